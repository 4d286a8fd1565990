# Writes a data file as a C++ source: const std::string_view pressgauge::MODULE::data::NAME.
# Raw literals of at most 8 kB each, joined by the compiler, for compilers that cap the length of one literal.
file(READ "${FROM}" text)
string(LENGTH "${text}" length)
set(literals "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(APPEND literals "R\"pg_data(${piece})pg_data\"\n")
  math(EXPR at "${at} + 8000")
endwhile()
file(WRITE "${TO}" "#include <string_view>\nnamespace pressgauge::${MODULE}::data {\n"
  "extern const std::string_view ${NAME};\nconst std::string_view ${NAME}{\n${literals}};\n}\n")

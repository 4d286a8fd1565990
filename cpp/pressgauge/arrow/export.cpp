// SPDX-License-Identifier: MIT
#include "pressgauge/arrow/export.hpp"

#include <array>
#include <cerrno>
#include <exception>
#include <new>

namespace pressgauge::arrow {
namespace {

const char* format_of(Type type) {
  switch (type) {
    case Type::whole:
      return "l";
    case Type::number:
      return "g";
    case Type::flag:
      return "b";
    case Type::text:
      return "U";
    case Type::word:
      return "i";
    case Type::day:
      return "tdD";
    case Type::wholes:
    case Type::texts:
      return "+l";
  }
  return "n";
}

// What a schema points into. Its children are owned here until a reader takes them.
struct HeldSchema {
  std::string name;
  std::string metadata;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

template <class Struct>
void release_parts(Struct* released) {
  for (std::int64_t i = 0; i < released->n_children; ++i) {
    if (released->children[i]->release) released->children[i]->release(released->children[i]);
  }
  if (released->dictionary && released->dictionary->release) {
    released->dictionary->release(released->dictionary);
  }
}

template <class Struct, class Held>
void release(Struct* released) {
  release_parts(released);
  delete static_cast<Held*>(released->private_data);
  released->release = nullptr;
}

template <class Struct, class Held>
void own(Struct* out, std::unique_ptr<Held> held) {
  held->pointers.reserve(held->children.size());
  for (Struct& each : held->children) held->pointers.push_back(&each);
  out->n_children = static_cast<std::int64_t>(held->children.size());
  out->children = held->pointers.data();
  out->dictionary = held->dictionary.release ? &held->dictionary : nullptr;
  out->release = &release<Struct, Held>;
  out->private_data = held.release();
}

void schema_of(const char* format,
               std::string name,
               bool nullable,
               std::unique_ptr<HeldSchema> held,
               ArrowSchema* out) {
  *out = {};
  held->name = std::move(name);
  out->format = format;
  out->name = held->name.c_str();
  out->metadata = held->metadata.empty() ? nullptr : held->metadata.data();
  out->flags = nullable ? ARROW_FLAG_NULLABLE : 0;
  own(out, std::move(held));
}

void schema_of(const Field& field, ArrowSchema* out) {
  auto held = std::make_unique<HeldSchema>();
  const bool list = field.type == Type::wholes || field.type == Type::texts;
  if (list) {
    const Type item = field.type == Type::wholes ? Type::whole : Type::text;
    schema_of({"item", item, true}, &held->children.emplace_back());
  }
  if (field.type == Type::word) schema_of({"", Type::text, true}, &held->dictionary);
  schema_of(format_of(field.type), field.name, field.nullable, std::move(held), out);
}

// Pairs as the specification packs them: a count, then each string after its length.
std::string packed(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::string out;
  const auto put = [&](std::size_t size) {
    const auto number = static_cast<std::int32_t>(size);
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
  };
  put(pairs.size());
  for (const auto& [key, value] : pairs) {
    put(key.size());
    out += key;
    put(value.size());
    out += value;
  }
  return out;
}

// What an array points into.
struct HeldArray {
  std::shared_ptr<const Column> column;
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

void array_of(std::shared_ptr<const Column> column, const Words& words, ArrowArray* out);

void dictionary_of(const std::vector<std::string>& words, ArrowArray* out) {
  const auto column = std::make_shared<Column>(Type::text);
  for (const std::string& word : words) column->add_text(word);
  array_of(column, nullptr, out);
}

void array_of(std::shared_ptr<const Column> column, const Words& words, ArrowArray* out) {
  *out = {};
  auto held = std::make_unique<HeldArray>();
  held->column = std::move(column);
  const Column& kept = *held->column;
  out->length = kept.size();
  out->null_count = kept.nulls();
  held->buffers[0] = kept.nulls() == 0 ? nullptr : kept.validity().data();
  out->n_buffers = 2;
  held->buffers[1] = kept.values().data();
  if (kept.type() == Type::text) {
    out->n_buffers = 3;
    held->buffers[1] = kept.offsets().data();
    held->buffers[2] = kept.values().data();
  } else if (kept.child()) {
    held->buffers[1] = kept.offsets().data();
    array_of(kept.child(), nullptr, &held->children.emplace_back());
  } else if (kept.type() == Type::word) {
    dictionary_of(*words, &held->dictionary);
  }
  out->buffers = held->buffers.data();
  own(out, std::move(held));
}

void array_of(const Rows& rows, const std::vector<Field>& fields, ArrowArray* out) {
  *out = {};
  auto held = std::make_unique<HeldArray>();
  held->children.resize(rows.columns.size());
  for (std::size_t i = 0; i < rows.columns.size(); ++i) {
    array_of(rows.columns[i], fields[i].words, &held->children[i]);
  }
  out->length = rows.size;
  out->n_buffers = 1;  // that of missing rows, of which there are none
  out->buffers = held->buffers.data();
  own(out, std::move(held));
}

struct HeldStream {
  std::shared_ptr<const Table> table;
  std::size_t next = 0;
  std::string error;
};

// No exception crosses the interface: it is C.
template <class Act>
int guarded(ArrowArrayStream* stream, Act act) {
  auto& held = *static_cast<HeldStream*>(stream->private_data);
  try {
    act(held);
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  } catch (const std::exception& error) {
    held.error = error.what();
    return EINVAL;
  }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return guarded(stream, [&](HeldStream& held) { export_schema(*held.table, out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  return guarded(stream, [&](HeldStream& held) {
    *out = {};
    if (held.next == held.table->chunks.size()) return;
    array_of(held.table->chunks[held.next++], held.table->fields, out);
  });
}

const char* get_last_error(ArrowArrayStream* stream) {
  const auto& held = *static_cast<const HeldStream*>(stream->private_data);
  return held.error.empty() ? nullptr : held.error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<HeldStream*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace

void export_schema(const Table& table, ArrowSchema* out) {
  auto held = std::make_unique<HeldSchema>();
  held->metadata = packed(table.metadata);
  held->children.resize(table.fields.size());
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    schema_of(table.fields[i], &held->children[i]);
  }
  schema_of("+s", "", false, std::move(held), out);
}

void export_rows(const Table& table, ArrowArray* out) {
  array_of(joined(table), table.fields, out);
}

void export_table(std::shared_ptr<const Table> table, ArrowArrayStream* out) {
  auto held = std::make_unique<HeldStream>();
  held->table = std::move(table);
  *out = {&get_schema, &get_next, &get_last_error, &release_stream, held.release()};
}

}  // namespace pressgauge::arrow

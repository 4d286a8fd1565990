// SPDX-License-Identifier: MIT
#include "pressgauge/articles/batch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "pressgauge/arrow/import.hpp"
#include "pressgauge/core/errors.hpp"

namespace pressgauge::articles {
namespace {

// Articles that a thread reads in one go, and rows of one chunk of the table of articles: few
// enough to share the work evenly, many enough to make whole chunks.
constexpr std::int64_t kSlice = 128;
constexpr auto kPatience = std::chrono::milliseconds(50);

template <class View>
std::optional<View> view_of(const ArrowSchema& schema, const ArrowArray& array, const char* name) {
  const auto found = arrow::column(schema, array, name);
  return found ? std::optional<View>(*found) : std::nullopt;
}

arrow::Texts text_column(const ArrowSchema& schema, const ArrowArray& array) {
  if (const auto found = arrow::column(schema, array, "text")) return arrow::Texts(*found);
  throw DomainError("a table of articles has a column 'text'; this one has " +
                    arrow::column_names(schema));
}

figures::Day day_of(std::int64_t since_1970) {
  const auto of = [](figures::Day day) { return std::int64_t{day.time_since_epoch().count()}; };
  if (since_1970 < of(figures::kFirstDay) || since_1970 > of(figures::kLastDay)) {
    throw DomainError("published is a day of the years 1 to 9999, not " +
                      std::to_string(since_1970) + " days after 1970");
  }
  return figures::Day(std::chrono::days(since_1970));
}

// A chunk of the source by its columns.
struct Chunk {
  Chunk(const ArrowSchema& schema, const ArrowArray& array, std::int64_t rows_before)
      : text(text_column(schema, array)),
        id(view_of<arrow::Texts>(schema, array, "article_id")),
        title(view_of<arrow::Texts>(schema, array, "title")),
        extractor(view_of<arrow::Texts>(schema, array, "extractor")),
        published(view_of<arrow::Days>(schema, array, "published")),
        position(view_of<arrow::Wholes>(schema, array, "position")),
        first(rows_before) {}

  arrow::Texts text;
  std::optional<arrow::Texts> id;
  std::optional<arrow::Texts> title;
  std::optional<arrow::Texts> extractor;
  std::optional<arrow::Days> published;
  std::optional<arrow::Wholes> position;
  std::int64_t first;  ///< rows before it
};

// The whole source: what it holds stays where it is while it is read.
struct Input {
  arrow::Owned<ArrowSchema> schema;
  std::vector<arrow::Owned<ArrowArray>> arrays;
  std::vector<Chunk> chunks;
};

void expect(int code, arrow::Owned<ArrowArrayStream>& source) {
  if (code == 0) return;
  const char* told = source->get_last_error(source.get());
  throw Error(std::string("the source of articles failed: ") +
              (told ? told : "error " + std::to_string(code)));
}

Input taken(arrow::Owned<ArrowArrayStream> source) {
  Input input;
  expect(source->get_schema(source.get(), input.schema.get()), source);
  if (std::string_view(input.schema->format) != "+s") {
    throw DomainError(std::string("articles come as a table, not as Arrow's '") +
                      input.schema->format + "'");
  }
  std::int64_t rows = 0;
  for (;;) {
    arrow::Owned<ArrowArray> next;
    expect(source->get_next(source.get(), next.get()), source);
    if (!next) return input;
    if (const auto row = arrow::null_row(*next)) {
      throw DomainError("row " + std::to_string(rows + *row) + " of the table of articles is null");
    }
    input.chunks.emplace_back(*input.schema, *next, rows);
    rows += next->length;
    input.arrays.push_back(std::move(next));
  }
}

// Rows that one thread reads in one go.
struct Slice {
  const Chunk* chunk = nullptr;
  std::int64_t first = 0;
  std::int64_t end = 0;
};

std::vector<Slice> slices_of(const Input& input) {
  std::vector<Slice> out;
  for (std::size_t i = 0; i < input.chunks.size(); ++i) {
    const std::int64_t length = input.arrays[i]->length;
    for (std::int64_t first = 0; first < length; first += kSlice) {
      out.push_back({&input.chunks[i], first, std::min(first + kSlice, length)});
    }
  }
  return out;
}

class Readers {
 public:
  Readers(const Input& input, const Tables& tables, const Gauge& gauge, const BatchOptions& options)
      : tables_(tables),
        gauge_(gauge),
        options_(options),
        slices_(slices_of(input)),
        made_(slices_.size()) {}

  std::vector<RowWriter::Made> run() && {
    const auto wanted = std::min(static_cast<std::size_t>(options_.threads), slices_.size());
    bool stopped = false;
    {
      std::vector<std::jthread> threads;
      at_work_ = wanted;
      for (std::size_t i = 0; i < wanted; ++i) {
        threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
      }
      stopped = wait();
      for (std::jthread& thread : threads) {
        if (stopped) thread.request_stop();
      }
    }  // all threads have ended
    if (stopped) throw Interrupted("interrupted while reading");
    if (error_) std::rethrow_exception(error_);
    return std::move(made_);
  }

 private:
  // Until all is done, or the caller wants no more.
  bool wait() {
    std::unique_lock lock(mutex_);
    while (!done_.wait_for(lock, kPatience, [this] { return at_work_ == 0; })) {
      lock.unlock();
      if (options_.interrupted()) return true;
      lock.lock();
    }
    return false;
  }

  void work(const std::stop_token& stop) {
    std::exception_ptr error;
    try {
      for (std::size_t i = next_++; i < slices_.size() && !stop.stop_requested(); i = next_++) {
        read(i, stop);
      }
    } catch (...) {
      error = std::current_exception();
      next_ = slices_.size();  // the others needn't go on
    }
    const std::scoped_lock lock(mutex_);
    if (error && !error_) error_ = error;
    --at_work_;
    done_.notify_all();
  }

  void read(std::size_t number, const std::stop_token& stop) {
    const Slice& slice = slices_[number];
    RowWriter writer(tables_, gauge_, options_.store_text);
    for (std::int64_t row = slice.first; row < slice.end; ++row) {
      if (stop.stop_requested()) return;
      read(*slice.chunk, row, writer);
    }
    made_[number] = std::move(writer).take();
  }

  void read(const Chunk& chunk, std::int64_t row, RowWriter& writer) const {
    std::int64_t position = chunk.first + row;
    std::string id = std::to_string(position);
    try {
      if (chunk.position) position = chunk.position->at(row).value_or(position);
      const auto given = chunk.id ? chunk.id->at(row) : std::nullopt;
      id = given ? std::string(*given) : std::to_string(position);
      const auto extractor = chunk.extractor ? chunk.extractor->at(row) : std::nullopt;
      const Reading reading = articles::read(article_of(chunk, row), gauge_, ToneDetail::numbers);
      writer.add({id, position, extractor}, reading);
    } catch (const ParseError& error) {
      writer.add({id, position, "ParseError", error.what()});
    } catch (const DomainError& error) {
      writer.add({id, position, "DomainError", error.what()});
    }
  }

  static Article article_of(const Chunk& chunk, std::int64_t row) {
    const auto text = chunk.text.at(row);
    if (!text) throw DomainError("the record has no text: it is null");
    Article article;
    article.text = *text;
    if (const auto title = chunk.title ? chunk.title->at(row) : std::nullopt) {
      article.title.emplace(*title);
    }
    if (const auto day = chunk.published ? chunk.published->at(row) : std::nullopt) {
      article.published = day_of(*day);
    }
    return article;
  }

  const Tables& tables_;
  const Gauge& gauge_;
  const BatchOptions& options_;
  std::vector<Slice> slices_;
  std::vector<RowWriter::Made> made_;  ///< of each slice
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::condition_variable done_;
  std::size_t at_work_ = 0;
  std::exception_ptr error_;
};

void append(arrow::Table& table, arrow::Rows rows) {
  if (rows.size == 0) return;
  for (const auto& column : rows.columns) column->finish();
  table.chunks.push_back(std::move(rows));
}

}  // namespace

Tables read_batch(arrow::Owned<ArrowArrayStream> source,
                  const Gauge& gauge,
                  const BatchOptions& options) {
  if (options.threads < 1) {
    throw DomainError("threads is 1 or more, not " + std::to_string(options.threads));
  }
  const Input input = taken(std::move(source));
  Tables tables = empty_tables(gauge);
  for (RowWriter::Made& made : Readers(input, tables, gauge, options).run()) {
    append(tables.articles, std::move(made.articles));
    append(tables.figures, std::move(made.figures));
    append(tables.counts, std::move(made.counts));
    append(tables.statistics, std::move(made.statistics));
    append(tables.sentiment, std::move(made.sentiment));
    append(tables.failures, std::move(made.failures));
  }
  return tables;
}

}  // namespace pressgauge::articles

// SPDX-License-Identifier: MIT
// Turns the core's values into dictionaries and back, by the one list of their fields
// (articles/schema.hpp). Offsets are bytes in the core and code points outside; they change here,
// by the document's own map.
#pragma once

#include "bind.hpp"

#include <string>
#include <vector>

#include "pressgauge/articles/schema.hpp"
#include "pressgauge/core/errors.hpp"

namespace pressgauge::bind {

inline std::optional<figures::Day> day(const std::optional<std::string>& iso) {
  return iso ? std::optional(figures::parse_iso_date(*iso)) : std::nullopt;
}

template <class T>
concept HasFields = requires(T& value) {
  articles::fields(value, [](const char*, auto&) {});
};

class ToDict {
 public:
  explicit ToDict(const text::CodePointMap& map) : map_(map) {}

  template <HasFields T>
  py::object operator()(const T& value) const {
    py::dict out;
    articles::fields(value, [&](const char* name, const auto& member) {
      if constexpr (std::same_as<std::decay_t<decltype(member)>, core::Span>) {
        out["start"] = map_.code_point_of(member.start_byte);
        out["end"] = map_.code_point_of(member.end_byte);
      } else {
        out[name] = (*this)(member);
      }
    });
    return out;
  }
  py::object operator()(const core::Span& span) const {
    return py::make_tuple(map_.code_point_of(span.start_byte), map_.code_point_of(span.end_byte));
  }
  py::object operator()(const std::vector<figures::Evidence>& evidence) const {
    py::dict out;
    for (const auto& each : evidence) out[py::str(each.field)] = (*this)(each.span);
    return out;
  }
  py::object operator()(const figures::DateSpan& date) const {
    const auto day = [](const std::optional<figures::Day>& d) -> py::object {
      return d ? py::object(py::str(figures::iso_date(*d))) : py::object(py::none());
    };
    return py::dict("first"_a = day(date.first), "last"_a = day(date.last), "text"_a = date.text);
  }
  py::object operator()(figures::Bound bound) const { return py::str(figures::to_string(bound)); }
  py::object operator()(figures::Status status) const {
    return py::str(figures::to_string(status));
  }
  py::object operator()(sentiment::Label label) const {
    return py::str(sentiment::to_string(label));
  }
  py::object operator()(std::uint32_t flags) const { return py::cast(stats::flag_names(flags)); }
  template <class T>
  py::object operator()(const std::optional<T>& value) const {
    return value ? (*this)(*value) : py::object(py::none());
  }
  template <class T>
  py::object operator()(const std::vector<T>& values) const {
    py::list out;
    for (const auto& value : values) out.append((*this)(value));
    return out;
  }
  template <class T>
  py::object operator()(const T& value) const {
    return py::cast(value);
  }

 private:
  const text::CodePointMap& map_;
};

/// The numbers of a tone: (score, label, raw, narration, quotation, events).
inline py::tuple tone_tuple(const sentiment::Tone& tone) {
  return py::make_tuple(tone.score,
                        sentiment::to_string(tone.label),
                        tone.raw,
                        tone.narration,
                        tone.quotation,
                        tone.events);
}

class FromDict {
 public:
  explicit FromDict(const text::CodePointMap& map) : map_(map) {}

  template <HasFields T>
  void operator()(py::handle from, T& value) const {
    const auto dict = py::cast<py::dict>(from);
    articles::fields(value, [&](const char* name, auto& member) {
      if constexpr (std::same_as<std::decay_t<decltype(member)>, core::Span>) {
        (*this)(py::make_tuple(at(dict, "start"), at(dict, "end")), member);
      } else {
        const py::object held = at(dict, name);
        try {
          (*this)(held, member);
        } catch (const py::cast_error&) {
          throw unfit(name, held);
        } catch (const py::error_already_set&) {
          throw unfit(name, held);
        }
      }
    });
  }
  void operator()(py::handle from, core::Span& span) const {
    const auto [start, end] = py::cast<std::pair<std::int64_t, std::int64_t>>(from);
    if (end < start) {
      throw pressgauge::DomainError("a span ends before it starts: " + std::to_string(start) +
                                    " to " + std::to_string(end));
    }
    span = {map_.byte_of(start), map_.byte_of(end)};
  }
  void operator()(py::handle from, std::vector<figures::Evidence>& evidence) const {
    evidence.clear();
    for (const auto& [field, span] : py::cast<py::dict>(from)) {
      evidence.push_back({py::cast<std::string>(field), {}});
      (*this)(span, evidence.back().span);
    }
  }
  void operator()(py::handle from, figures::DateSpan& date) const {
    const auto day = [&](const char* name) -> std::optional<figures::Day> {
      const auto value = from[name];
      return value.is_none() ? std::nullopt
                             : std::optional(figures::parse_iso_date(py::cast<std::string>(value)));
    };
    date = {day("first"), day("last"), py::cast<std::string>(from["text"])};
  }
  void operator()(py::handle from, figures::Bound& bound) const {
    bound = figures::bound_of(py::cast<std::string>(from));
  }
  void operator()(py::handle from, figures::Status& status) const {
    status = figures::status_of(py::cast<std::string>(from));
  }
  void operator()(py::handle from, sentiment::Label& label) const {
    label = sentiment::label_of(py::cast<std::string>(from));
  }
  void operator()(py::handle from, std::uint32_t& flags) const {
    flags = stats::flags_of(py::cast<std::vector<std::string>>(from));
  }
  template <class T>
  void operator()(py::handle from, std::optional<T>& value) const {
    if (from.is_none()) {
      value.reset();
    } else {
      (*this)(from, value.emplace());
    }
  }
  template <class T>
  void operator()(py::handle from, std::vector<T>& values) const {
    values.clear();
    for (const auto& each : from) (*this)(each, values.emplace_back());
  }
  template <class T>
  void operator()(py::handle from, T& value) const {
    value = py::cast<T>(from);
  }

 private:
  static pressgauge::DomainError unfit(const char* name, const py::object& held) {
    return pressgauge::DomainError(std::string("the field '") + name +
                                   "' of a part of the reading can't be " +
                                   py::cast<std::string>(py::repr(held)));
  }
  static py::object at(const py::dict& dict, const char* name) {
    if (dict.contains(name)) return dict[name];
    throw pressgauge::DomainError(std::string("a part of the reading lacks the field '") + name +
                                  "'");
  }

  const text::CodePointMap& map_;
};

}  // namespace pressgauge::bind

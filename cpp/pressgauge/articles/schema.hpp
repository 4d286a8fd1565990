// SPDX-License-Identifier: MIT
// The names under which the parts of a Reading leave the core, once: dictionaries, JSON and tables
// follow this list. visit(name, member) is called for each field, in the order in which they are
// written.
#pragma once

#include <concepts>
#include <type_traits>

#include "pressgauge/articles/reading.hpp"

namespace pressgauge::articles {

/// Version of what is written; docs/schema.md tells what each is.
inline constexpr int kSchemaVersion = 1;

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <Is<figures::Figure> T, class Visit>
void fields(T& f, Visit&& visit) {
  visit("number", f.number);
  visit("span", f.span);
  visit("text", f.text);
  visit("kind", f.kind);
  visit("bound", f.bound);
  visit("value", f.value);
  visit("interval", f.interval);
  visit("unit", f.unit);
  visit("group", f.group);
  visit("actor", f.actor);
  visit("status", f.status);
  visit("subset", f.subset);
  visit("additional", f.additional);
  visit("source", f.source);
  visit("date", f.date);
  visit("place", f.place);
  visit("sentence", f.sentence);
  visit("rule", f.rule);
  visit("evidence", f.evidence);
  visit("assumed", f.assumed);
}

template <Is<figures::Quantity> T, class Visit>
void fields(T& q, Visit&& visit) {
  visit("span", q.span);
  visit("bound", q.bound);
  visit("value", q.value);
  visit("interval", q.interval);
  visit("unit", q.unit);
}

template <Is<figures::LeftAlone> T, class Visit>
void fields(T& n, Visit&& visit) {
  visit("span", n.span);
  visit("rule", n.rule);
  visit("reason", n.reason);
}

template <Is<figures::Count> T, class Visit>
void fields(T& c, Visit&& visit) {
  visit("id", c.id);
  visit("kind", c.kind);
  visit("group", c.group);
  visit("unit", c.unit);
  visit("status", c.status);
  visit("interval", c.interval);
  visit("mentions", c.mentions);
  visit("superseded", c.superseded);
  visit("parent", c.parent);
  visit("agree", c.agree);
  visit("why", c.why);
  visit("date", c.date);
  visit("place", c.place);
}

template <Is<Statistic> T, class Visit>
void fields(T& s, Visit&& visit) {
  visit("name", s.name);
  visit("estimate", s.estimate.estimate);
  visit("identified", s.estimate.identified);
  visit("interval", s.estimate.interval);
  visit("confidence", s.estimate.confidence);
  visit("method", s.estimate.method);
  visit("inputs", s.inputs);
  visit("flags", s.estimate.flags);
  visit("note", s.note);
}

template <Is<sentiment::Contribution> T, class Visit>
void fields(T& c, Visit&& visit) {
  visit("span", c.span);
  visit("term", c.term);
  visit("weight", c.weight);
  visit("factor", c.factor);
  visit("why", c.why);
  visit("negation", c.negation);
  visit("intensity", c.intensity);
}

template <Is<sentiment::SentenceTone> T, class Visit>
void fields(T& s, Visit&& visit) {
  visit("sentence", s.sentence);
  visit("span", s.span);
  visit("raw", s.raw);
  visit("narration", s.narration);
  visit("quotation", s.quotation);
}

template <Is<sentiment::SpeakerTone> T, class Visit>
void fields(T& s, Visit&& visit) {
  visit("speaker", s.speaker);
  visit("score", s.score);
  visit("words", s.words);
}

template <Is<sentiment::Exclusion> T, class Visit>
void fields(T& e, Visit&& visit) {
  visit("span", e.span);
  visit("reason", e.reason);
}

template <Is<sentiment::TargetTone> T, class Visit>
void fields(T& t, Visit&& visit) {
  visit("name", t.name);
  visit("aliases", t.aliases);
  visit("score", t.score);
  visit("label", t.label);
  visit("raw", t.raw);
  visit("mentions", t.mentions);
  visit("contributions", t.contributions);
}

template <Is<sentiment::Sentiment> T, class Visit>
void fields(T& s, Visit&& visit) {
  visit("score", s.score);
  visit("label", s.label);
  visit("raw", s.raw);
  visit("narration", s.narration);
  visit("quotation", s.quotation);
  visit("events", s.events);
  visit("sentences", s.sentences);
  visit("contributions", s.contributions);
  visit("speakers", s.speakers);
  visit("excluded", s.excluded);
}

template <Is<Warning> T, class Visit>
void fields(T& w, Visit&& visit) {
  visit("code", w.code);
  visit("message", w.message);
}

template <Is<Edit> T, class Visit>
void fields(T& e, Visit&& visit) {
  visit("figure", e.figure);
  visit("action", e.action);
  visit("fields", e.fields);
  visit("by", e.by);
  visit("reason", e.reason);
}

}  // namespace pressgauge::articles

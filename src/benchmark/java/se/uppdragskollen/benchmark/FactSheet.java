package se.uppdragskollen.benchmark;

import java.util.List;

import se.uppdragskollen.report.Report;

/**
 * A report as facts for rule engines, each once, by a name that only it has. What is
 * asked and not known is a fact too.
 *
 * @param report the report
 * @param kind of its facts the first
 * @param names of the facts
 * @param facts in the order of their names
 */
record FactSheet(Report report, Kind kind, List<String> names, List<Object> facts) {

}

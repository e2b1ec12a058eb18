package se.uppdragskollen.selfreport;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is typed into a draft.
 *
 * @param entries by element; what is not there was not answered
 * @param comment to the reviewer about the whole report, empty when there is none
 */
public record DraftContent(SortedMap<String, DraftEntry> entries, String comment) {

	/** Nothing yet. */
	static final DraftContent EMPTY = new DraftContent(new TreeMap<>(), "");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	public DraftContent {
		entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
	}

	DraftContent(Map<String, DraftEntry> entries, String comment) {
		this(new TreeMap<>(entries), comment);
	}

	/** What was kept in the database. */
	static DraftContent kept(String entries, String comment) {
		SortedMap<String, DraftEntry> read = new TreeMap<>();
		for (Map.Entry<String, JsonNode> one : JSON.readTree(entries).properties()) {
			read.put(one.getKey(), DraftEntry.of(one.getValue()));
		}
		return new DraftContent(read, comment);
	}

	/** The entries, for the database. */
	String entriesJson() {
		return JSON.writeValueAsString(this.entries);
	}

	/** The same with every entry changed. */
	DraftContent map(UnaryOperator<DraftEntry> change) {
		SortedMap<String, DraftEntry> changed = new TreeMap<>();
		this.entries.forEach((element, entry) -> changed.put(element, change.apply(entry)));
		return new DraftContent(changed, this.comment);
	}

	/** The same with these answers instead of those given before. */
	DraftContent with(Map<String, DraftEntry> answers) {
		SortedMap<String, DraftEntry> merged = new TreeMap<>(this.entries);
		answers.forEach((element, answer) -> merged.merge(element, answer, DraftEntry::replacedBy));
		return new DraftContent(merged, this.comment);
	}

	/** The same with these entries in the place of those before; empty ones are gone. */
	DraftContent replaced(Map<String, DraftEntry> others) {
		SortedMap<String, DraftEntry> changed = new TreeMap<>(this.entries);
		changed.putAll(others);
		changed.values().removeIf(DraftEntry::isEmpty);
		return new DraftContent(changed, this.comment);
	}

	/** The same with the marks of what came from the period before taken away. */
	DraftContent confirmed() {
		return map((entry) -> entry.prefilled(false));
	}

	/**
	 * What is to be kept of what a centre saves: an entry stays marked as prefilled only
	 * if it was, is sent so, and is the same.
	 */
	DraftContent savedOver(DraftContent before) {
		SortedMap<String, DraftEntry> saved = new TreeMap<>();
		this.entries.forEach((element, entry) -> {
			DraftEntry old = before.entries.get(element);
			saved.put(element,
					entry.prefilled(entry.prefilled() && old != null && old.prefilled() && old.answersAs(entry)));
		});
		return new DraftContent(saved, this.comment);
	}

}

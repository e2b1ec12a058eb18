package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;

/**
 * The parts of a report as written, to lay a case's differences upon the base.
 */
final class ReportParts {

	/** A part's keys in the report format. */
	static final String[] KEYS = { "values", "not_applicable", "suppressed", "registers", "signals", "exemptions",
			"history", "peers" };

	private static final List<String> BY_ELEMENT = List.of("values", "not_applicable", "history", "peers");

	private static final List<String> LISTS = List.of("registers", "signals", "exemptions");

	private final Map<String, Map<String, Node.Entry>> byElement = new LinkedHashMap<>();

	private final Map<String, List<Node>> lists = new LinkedHashMap<>();

	private final Map<String, Node> suppressed = new LinkedHashMap<>();

	ReportParts() {
		BY_ELEMENT.forEach((key) -> this.byElement.put(key, new LinkedHashMap<>()));
		LISTS.forEach((key) -> this.lists.put(key, new ArrayList<>()));
	}

	ReportParts copy() {
		ReportParts copy = new ReportParts();
		this.byElement.forEach((key, entries) -> copy.entries(key).putAll(entries));
		this.lists.forEach((key, items) -> copy.items(key).addAll(items));
		copy.suppressed.putAll(this.suppressed);
		return copy;
	}

	/** Elements that have a value here. */
	Iterable<String> valued() {
		return entries("values").keySet();
	}

	/** Adds what stands in a part; a value that was there is replaced. */
	void add(Fields part, String valuesKey) {
		BY_ELEMENT.forEach((key) -> entries(part, key.equals("values") ? valuesKey : key).forEach((element, entry) -> {
			if (key.equals("values") || key.equals("not_applicable")) {
				withdraw(element);
			}
			entries(key).put(element, entry);
		}));
		for (Node item : part.items("suppressed")) {
			withdraw(item.shown());
			this.suppressed.put(item.shown(), item);
		}
		LISTS.forEach((key) -> items(key).addAll(part.items(key)));
	}

	/** Lays a case's differences upon these. */
	void differ(Fields given) {
		given.texts("without").forEach(this::remove);
		List<String> silent = new ArrayList<>(given.texts("no_signals"));
		given.items("signals").forEach((signal) -> silent.add(text(signal, "from")));
		items("signals").removeIf((signal) -> silent.contains(text(signal, "from")));
		for (Node register : given.items("registers")) {
			items("registers").removeIf(same(register, "source").and(same(register, "element")));
		}
		add(given, "given");
	}

	private void remove(String element) {
		withdraw(element);
		entries("history").remove(element);
		entries("peers").remove(element);
		items("registers").removeIf((register) -> text(register, "element").equals(element));
	}

	private void withdraw(String element) {
		entries("values").remove(element);
		entries("not_applicable").remove(element);
		this.suppressed.remove(element);
	}

	private static Predicate<Node> same(Node one, String key) {
		return (other) -> text(other, key).equals(text(one, key));
	}

	private static String text(Node node, String key) {
		Node.Entry entry = (node instanceof Node.Mapping mapping) ? mapping.entries().get(key) : null;
		return (entry == null) ? "" : entry.value().shown();
	}

	/** The whole report as a tree, to be read like any report. */
	Node report(Position position, Map<String, String> head) {
		Map<String, Node.Entry> top = new LinkedHashMap<>();
		head.forEach(
				(key, text) -> top.put(key, new Node.Entry(position, new Node.Scalar(position, Node.Kind.TEXT, text))));
		this.byElement
			.forEach((key, entries) -> top.put(key, new Node.Entry(position, new Node.Mapping(position, entries))));
		this.lists.forEach((key, items) -> top.put(key, new Node.Entry(position, new Node.Sequence(position, items))));
		top.put("suppressed",
				new Node.Entry(position, new Node.Sequence(position, List.copyOf(this.suppressed.values()))));
		return new Node.Mapping(position, top);
	}

	private static Map<String, Node.Entry> entries(Fields part, String key) {
		Node node = part.node(key);
		if (node == null || node instanceof Node.Mapping) {
			return (node instanceof Node.Mapping mapping) ? mapping.entries() : Map.of();
		}
		part.problem(key).say("mapping-expected");
		return Map.of();
	}

	private Map<String, Node.Entry> entries(String key) {
		return this.byElement.getOrDefault(key, Map.of());
	}

	private List<Node> items(String key) {
		return this.lists.getOrDefault(key, List.of());
	}

}

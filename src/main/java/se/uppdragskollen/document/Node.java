package se.uppdragskollen.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A document's tree, the same for YAML and JSON, where each part knows its place.
 */
public sealed interface Node {

	Position position();

	/** What stands there, short enough for a message. */
	String shown();

	/** A mapping: keys in the order written, none twice. */
	record Mapping(Position position, Map<String, Entry> entries) implements Node {

		@Override
		public String shown() {
			return "{" + String.join(", ", this.entries.keySet()) + "}";
		}

	}

	/** A key's place and its value. */
	record Entry(Position key, Node value) {

	}

	/** A list. */
	record Sequence(Position position, List<Node> items) implements Node {

		@Override
		public String shown() {
			return this.items.stream().map(Node::shown).collect(Collectors.joining(", ", "[", "]"));
		}

	}

	/** A single value: its kind and the characters written. */
	record Scalar(Position position, Kind kind, String raw) implements Node {

		@Override
		public String shown() {
			return (this.kind == Kind.NOTHING && this.raw.isEmpty()) ? "null" : this.raw;
		}

	}

	/** What a single value is by its writing. */
	enum Kind {

		/** Text, quoted or not. */
		TEXT,
		/** A decimal number as JSON writes it. */
		NUMBER,
		/** {@code true} or {@code false}. */
		BOOLEAN,
		/** {@code null}, {@code ~} or nothing. */
		NOTHING

	}

}

package se.uppdragskollen.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A document's tree, the same for YAML and JSON, where each part knows its place.
 */
public sealed interface Node {

	Position position();

	/** What stands there, short enough for a message. */
	String shown();

	/** What stands there as its writer is told: as typed, or a figure. */
	default Object told() {
		return shown();
	}

	/** The same, from no file: what is wrong with it has no line. */
	default Node nowhere() {
		if (this instanceof Mapping mapping) {
			Map<String, Entry> entries = new LinkedHashMap<>();
			mapping.entries()
				.forEach((key, entry) -> entries.put(key, new Entry(Position.NOWHERE, entry.value().nowhere())));
			return new Mapping(Position.NOWHERE, entries);
		}
		if (this instanceof Sequence sequence) {
			return new Sequence(Position.NOWHERE, sequence.items().stream().map(Node::nowhere).toList());
		}
		Scalar scalar = (Scalar) this;
		return new Scalar(Position.NOWHERE, scalar.kind(), scalar.raw(), scalar.typed());
	}

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

	/**
	 * A single value.
	 *
	 * @param kind what it is by its writing
	 * @param raw the characters written, a number as files have it
	 * @param typed when it is no file's that people write by hand, but a form's or a
	 * table's: what was typed there, or the figure; else null
	 */
	record Scalar(Position position, Kind kind, String raw, @Nullable Object typed) implements Node {

		/** A value in a file. */
		public Scalar(Position position, Kind kind, String raw) {
			this(position, kind, raw, null);
		}

		private static final int MOST_DIGITS = 30;

		private static final int MOST_PLACES = 15;

		/**
		 * The number that is written, or null when none is or it has more digits than
		 * anyone means: {@code 1e999999999} would fill the memory.
		 */
		public @Nullable BigDecimal number() {
			if (this.kind != Kind.NUMBER || this.raw.length() > 2 * MOST_DIGITS) {
				return null;
			}
			try {
				BigDecimal number = new BigDecimal(this.raw);
				boolean meant = number.precision() <= MOST_DIGITS && number.scale() <= MOST_PLACES
						&& number.scale() >= -MOST_PLACES;
				return meant ? number : null;
			}
			catch (NumberFormatException ex) {
				return null;
			}
		}

		@Override
		public String shown() {
			return (this.kind == Kind.NOTHING && this.raw.isEmpty()) ? "null" : this.raw;
		}

		@Override
		public Object told() {
			return (this.typed == null) ? shown() : this.typed;
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

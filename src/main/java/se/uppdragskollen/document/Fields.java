package se.uppdragskollen.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;

/**
 * The keys of one mapping, read one by one. Everything wrong goes to the problems; what
 * could not be read is null, so that reading goes on and all problems are told at once.
 */
public final class Fields {

	private final String file;

	private final String path;

	private final Problems problems;

	private final Position position;

	private final Map<String, Node.Entry> entries;

	private Fields(String file, String path, Problems problems, Position position, Map<String, Node.Entry> entries) {
		this.file = file;
		this.path = path;
		this.problems = problems;
		this.position = position;
		this.entries = entries;
	}

	/** The fields of a node that must be a mapping with no other keys than these. */
	public static Fields of(String file, String path, Node node, Problems problems, String... allowed) {
		Fields fields = open(file, path, node, problems);
		Set<String> names = Set.copyOf(Arrays.asList(allowed));
		fields.entries.forEach((name, entry) -> {
			if (!names.contains(name)) {
				problems.at(file, entry.key(), fields.pathOf(name)).found(name).allowedNames(names).say("unknown-key");
			}
		});
		return fields;
	}

	/** The fields of a node that must be a mapping, with any keys. */
	public static Fields open(String file, String path, Node node, Problems problems) {
		if (node instanceof Node.Mapping mapping) {
			return new Fields(file, path, problems, mapping.position(), mapping.entries());
		}
		problems.at(file, node.position(), path).found(node.shown()).say("mapping-expected");
		return new Fields(file, path, problems, node.position(), Map.of());
	}

	public String file() {
		return this.file;
	}

	public Problems problems() {
		return this.problems;
	}

	public Position position() {
		return this.position;
	}

	public Collection<String> names() {
		return this.entries.keySet();
	}

	public String pathOf(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

	public boolean has(String name) {
		return this.entries.containsKey(name);
	}

	/** The place of a key's value, or of the mapping when the key is missing. */
	public Position positionOf(String name) {
		Node.Entry entry = this.entries.get(name);
		return (entry == null) ? this.position : entry.value().position();
	}

	/** The place of the key itself. */
	public Position keyPosition(String name) {
		Node.Entry entry = this.entries.get(name);
		return (entry == null) ? this.position : entry.key();
	}

	/** The value of a key that must be there; says so when it is not. */
	public @Nullable Node required(String name) {
		Node node = node(name);
		if (node == null) {
			this.problems.at(this.file, this.position, pathOf(name)).say("key-missing", name);
		}
		return node;
	}

	/** The value, or null when the key is missing or its value is null. */
	public @Nullable Node node(String name) {
		Node.Entry entry = this.entries.get(name);
		if (entry == null || entry.value() instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING) {
			return null;
		}
		return entry.value();
	}

	public Problems.At problem(String name) {
		Node.Entry entry = this.entries.get(name);
		Problems.At at = this.problems.at(this.file, positionOf(name), pathOf(name));
		return (entry == null) ? at : at.found(entry.value().told());
	}

	public @Nullable String text(String name) {
		Node node = required(name);
		return (node == null) ? null : text(name, node);
	}

	public @Nullable String optionalText(String name) {
		Node node = node(name);
		return (node == null) ? null : text(name, node);
	}

	private @Nullable String text(String name, Node node) {
		if (node instanceof Node.Scalar scalar && !scalar.raw().isBlank()) {
			return scalar.raw();
		}
		problem(name).say("text-expected");
		return null;
	}

	/** A text that matches a pattern; {@code key} says what is expected. */
	public @Nullable String text(String name, String pattern, String key) {
		String text = text(name);
		if (text != null && !text.matches(pattern)) {
			problem(name).say(key);
			return null;
		}
		return text;
	}

	public @Nullable Bilingual bilingual(String name) {
		Node node = required(name);
		return (node == null) ? null : bilingual(name, node);
	}

	public @Nullable Bilingual optionalBilingual(String name) {
		Node node = node(name);
		return (node == null) ? null : bilingual(name, node);
	}

	private @Nullable Bilingual bilingual(String name, Node node) {
		Fields both = of(this.file, pathOf(name), node, this.problems, "sv", "en");
		if (!(node instanceof Node.Mapping)) {
			return null;
		}
		String sv = both.text("sv");
		String en = both.text("en");
		return (sv == null || en == null) ? null : new Bilingual(sv.strip(), en.strip());
	}

	/** One of the words of an enumeration, written in small letters with hyphens. */
	public <E extends Enum<E> & Word> @Nullable E word(String name, Class<E> type) {
		Node node = required(name);
		return (node == null) ? null : word(name, node, type);
	}

	public <E extends Enum<E> & Word> @Nullable E optionalWord(String name, Class<E> type) {
		Node node = node(name);
		return (node == null) ? null : word(name, node, type);
	}

	private <E extends Enum<E> & Word> @Nullable E word(String name, Node node, Class<E> type) {
		if (node instanceof Node.Scalar scalar) {
			for (E constant : type.getEnumConstants()) {
				if (constant.word().equals(scalar.raw())) {
					return constant;
				}
			}
		}
		problem(name).allowedNames(Arrays.stream(type.getEnumConstants()).map(Word::word).toList()).say("unknown-word");
		return null;
	}

	public boolean flag(String name) {
		Node node = node(name);
		if (node == null) {
			return false;
		}
		if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
			return scalar.raw().equals("true");
		}
		problem(name).allowed("true, false").say("flag-expected");
		return false;
	}

	public @Nullable BigDecimal optionalNumber(String name) {
		Node node = node(name);
		if (node == null) {
			return null;
		}
		if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NUMBER) {
			BigDecimal number = scalar.number();
			if (number == null) {
				problem(name).say("number-too-long");
			}
			return number;
		}
		problem(name).suggestion(Numbers.meant(node.shown())).say("number-expected");
		return null;
	}

	public @Nullable BigDecimal number(String name) {
		return (required(name) == null) ? null : optionalNumber(name);
	}

	public @Nullable LocalDate date(String name) {
		return (required(name) == null) ? null : optionalDate(name);
	}

	public @Nullable LocalDate optionalDate(String name) {
		Node node = node(name);
		if (node == null) {
			return null;
		}
		try {
			return LocalDate.parse((node instanceof Node.Scalar scalar) ? scalar.raw() : "");
		}
		catch (DateTimeException ex) {
			problem(name).say("date-expected");
			return null;
		}
	}

	/** The items of an optional list; empty when the key is missing. */
	public List<Node> items(String name) {
		Node node = node(name);
		if (node == null) {
			return List.of();
		}
		if (node instanceof Node.Sequence sequence) {
			return sequence.items();
		}
		problem(name).say("list-expected");
		return List.of();
	}

	/** The texts of an optional list; empty when the key is missing. */
	public List<String> texts(String name) {
		List<String> texts = new ArrayList<>();
		int i = 0;
		for (Node item : items(name)) {
			if (item instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.NOTHING) {
				texts.add(scalar.raw());
			}
			else {
				this.problems.at(this.file, item.position(), pathOf(name) + "[" + i + "]")
					.found(item.shown())
					.say("text-expected");
			}
			i++;
		}
		return texts;
	}

	/**
	 * The entries of an optional mapping with keys of the file's own; empty when missing.
	 */
	public Map<String, Node> children(String name) {
		Node node = node(name);
		if (node == null) {
			return Map.of();
		}
		Map<String, Node> children = new LinkedHashMap<>();
		Fields inner = open(this.file, pathOf(name), node, this.problems);
		inner.entries.forEach((key, entry) -> children.put(key, entry.value()));
		return children;
	}

}

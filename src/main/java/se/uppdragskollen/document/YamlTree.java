package se.uppdragskollen.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads plain YAML into a tree. Anchors, aliases, merges, tags and keys written twice are
 * refused with their place: a reader of the file could not see what they stand for.
 */
final class YamlTree {

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

	private static final int DEEPEST = 40;

	private final String file;

	private final Iterator<Event> events;

	private final Problems problems;

	private YamlTree(String file, Iterator<Event> events, Problems problems) {
		this.file = file;
		this.events = events;
		this.problems = problems;
	}

	static Optional<Node> read(String file, String text, Problems problems) {
		LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(Document.LARGEST).build();
		try {
			YamlTree tree = new YamlTree(file, new Parse(settings).parseString(text).iterator(), problems);
			Node root = tree.document();
			return Optional.ofNullable(root);
		}
		catch (MarkedYamlEngineException ex) {
			Position at = ex.getProblemMark().map(YamlTree::position).orElse(Position.NOWHERE);
			problems.at(file, at, "").say("not-yaml", reason(ex));
			return Optional.empty();
		}
		catch (YamlEngineException ex) {
			problems.add(Problem.ofFile(file, "not-yaml", ""));
			return Optional.empty();
		}
	}

	private static String reason(MarkedYamlEngineException ex) {
		String problem = ex.getProblem();
		return (problem == null) ? "" : problem;
	}

	private @Nullable Node document() {
		Node root = null;
		while (this.events.hasNext()) {
			Event event = this.events.next();
			if (event instanceof NodeEvent node) {
				if (root != null) {
					this.problems.at(this.file, position(event), "").say("several-documents");
					return root;
				}
				root = node(node, "", 0);
			}
		}
		if (root == null) {
			this.problems.add(Problem.ofFile(this.file, "file-empty"));
		}
		return root;
	}

	private Node node(NodeEvent event, String path, int depth) {
		Position position = position(event);
		if (event instanceof AliasEvent alias) {
			this.problems.at(this.file, position, path).found("*" + alias.getAlias()).say("alias");
			return new Node.Scalar(position, Node.Kind.NOTHING, "");
		}
		event.getAnchor()
			.ifPresent((anchor) -> this.problems.at(this.file, position, path).found("&" + anchor).say("anchor"));
		if (depth > DEEPEST) {
			throw new YamlEngineException("too deep");
		}
		if (event instanceof MappingStartEvent mapping) {
			mapping.getTag().ifPresent((tag) -> tag(tag, position, path));
			return mapping(position, path, depth);
		}
		if (event instanceof SequenceStartEvent sequence) {
			sequence.getTag().ifPresent((tag) -> tag(tag, position, path));
			return sequence(position, path, depth);
		}
		ScalarEvent scalar = (ScalarEvent) event;
		scalar.getTag().ifPresent((tag) -> tag(tag, position, path));
		return new Node.Scalar(position, kind(scalar), scalar.getValue());
	}

	private Node mapping(Position position, String path, int depth) {
		Map<String, Node.Entry> entries = new LinkedHashMap<>();
		while (true) {
			Event event = this.events.next();
			if (event instanceof MappingEndEvent) {
				return new Node.Mapping(position, entries);
			}
			Node key = node((NodeEvent) event, path, depth + 1);
			String name = (key instanceof Node.Scalar scalar) ? scalar.raw() : key.shown();
			String inner = path.isEmpty() ? name : path + "." + name;
			Node value = node((NodeEvent) this.events.next(), inner, depth + 1);
			if (!(key instanceof Node.Scalar)) {
				this.problems.at(this.file, key.position(), path).found(name).say("key-not-text");
			}
			else if (name.equals("<<")) {
				this.problems.at(this.file, key.position(), path).found(name).say("merge");
			}
			else if (entries.containsKey(name)) {
				int first = entries.get(name).key().line();
				this.problems.at(this.file, key.position(), inner).found(name).say("key-twice", first);
			}
			else {
				entries.put(name, new Node.Entry(key.position(), value));
			}
		}
	}

	private Node sequence(Position position, String path, int depth) {
		List<Node> items = new ArrayList<>();
		while (true) {
			Event event = this.events.next();
			if (event instanceof SequenceEndEvent) {
				return new Node.Sequence(position, items);
			}
			items.add(node((NodeEvent) event, path + "[" + items.size() + "]", depth + 1));
		}
	}

	private void tag(String tag, Position position, String path) {
		this.problems.at(this.file, position, path).found(tag).say("tag");
	}

	/**
	 * As in YAML's core schema, less octal and hexadecimal numbers, which are texts here.
	 */
	private static Node.Kind kind(ScalarEvent scalar) {
		if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
			return Node.Kind.TEXT;
		}
		String raw = scalar.getValue();
		if (raw.isEmpty() || raw.equals("null") || raw.equals("~")) {
			return Node.Kind.NOTHING;
		}
		if (raw.equals("true") || raw.equals("false")) {
			return Node.Kind.BOOLEAN;
		}
		return NUMBER.matcher(raw).matches() ? Node.Kind.NUMBER : Node.Kind.TEXT;
	}

	private static Position position(Event event) {
		return event.getStartMark().map(YamlTree::position).orElse(Position.NOWHERE);
	}

	private static Position position(Mark mark) {
		return new Position(mark.getLine() + 1, mark.getColumn() + 1);
	}

}

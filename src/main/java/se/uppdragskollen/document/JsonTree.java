package se.uppdragskollen.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into a tree. A key written twice is refused with its place.
 */
public final class JsonTree {

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxNumberLength(60).build())
		.build();

	private final String file;

	private final int firstLine;

	private final JsonParser parser;

	private final Problems problems;

	private JsonTree(String file, int firstLine, JsonParser parser, Problems problems) {
		this.file = file;
		this.firstLine = firstLine;
		this.parser = parser;
		this.problems = problems;
	}

	/**
	 * The tree of one JSON value, when nothing is wrong with it.
	 * @param firstLine the line of the file on which the text begins
	 */
	public static Optional<Node> read(String file, String text, int firstLine, Problems problems) {
		int before = problems.size();
		return asFarAsRead(file, text, firstLine, problems).filter((tree) -> problems.size() == before);
	}

	/** The tree even when a key in it stands twice. */
	static Optional<Node> asFarAsRead(String file, String text, int firstLine, Problems problems) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
			JsonTree tree = new JsonTree(file, firstLine, parser, problems);
			if (parser.nextToken() == null) {
				problems.at(file, new Position(firstLine, 1), "").say("not-json");
				return Optional.empty();
			}
			Node root = tree.node("");
			if (parser.nextToken() != null) {
				problems.at(file, tree.position(), "").say("several-documents");
			}
			return Optional.of(root);
		}
		catch (JacksonException ex) {
			TokenStreamLocation at = (ex instanceof StreamReadException) ? ex.getLocation() : null;
			Position position = (at == null) ? new Position(firstLine, 1)
					: new Position(firstLine + Math.max(at.getLineNr(), 1) - 1, Math.max(at.getColumnNr(), 1));
			problems.at(file, position, "").say("not-json");
			return Optional.empty();
		}
	}

	private Node node(String path) {
		Position position = position();
		JsonToken token = this.parser.currentToken();
		return switch (token) {
			case START_OBJECT -> mapping(position, path);
			case START_ARRAY -> sequence(position, path);
			case VALUE_STRING -> new Node.Scalar(position, Node.Kind.TEXT, this.parser.getString());
			case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(position, Node.Kind.BOOLEAN, this.parser.getString());
			case VALUE_NULL -> new Node.Scalar(position, Node.Kind.NOTHING, "");
			default -> new Node.Scalar(position, Node.Kind.NUMBER, this.parser.getString());
		};
	}

	private Node mapping(Position position, String path) {
		Map<String, Node.Entry> entries = new LinkedHashMap<>();
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			Position key = position();
			String inner = path.isEmpty() ? name : path + "." + name;
			this.parser.nextToken();
			Node value = node(inner);
			Node.Entry first = entries.putIfAbsent(name, new Node.Entry(key, value));
			if (first != null) {
				this.problems.at(this.file, key, inner).found(name).say("key-twice", first.key().line());
			}
		}
		return new Node.Mapping(position, entries);
	}

	private Node sequence(Position position, String path) {
		List<Node> items = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			items.add(node(path + "[" + items.size() + "]"));
		}
		return new Node.Sequence(position, items);
	}

	private Position position() {
		TokenStreamLocation at = this.parser.currentTokenLocation();
		return new Position(this.firstLine + at.getLineNr() - 1, at.getColumnNr());
	}

}

package se.uppdragskollen.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document as text, read from a file: at most {@link #LARGEST} bytes of UTF-8, a byte
 * order mark left out.
 *
 * @param file the file as the user named it
 * @param text what stands in it
 */
public record Document(String file, String text) {

	/** The largest document that is read whole: 10 MB. */
	public static final int LARGEST = 10_000_000;

	/** Reads a file, or says why it cannot be read. */
	public static Optional<Document> read(Path path, String name, Problems problems) {
		try {
			if (Files.isDirectory(path)) {
				problems.add(Problem.ofFile(name, "file-is-folder"));
				return Optional.empty();
			}
			long size = Files.size(path);
			if (size > LARGEST) {
				problems.add(Problem.ofFile(name, "file-too-large", megabytes(size), megabytes(LARGEST)));
				return Optional.empty();
			}
			return of(name, Files.readAllBytes(path), problems);
		}
		catch (NoSuchFileException ex) {
			problems.add(Problem.ofFile(name, "file-missing"));
			return Optional.empty();
		}
		catch (IOException ex) {
			problems.add(Problem.ofFile(name, "file-unreadable"));
			return Optional.empty();
		}
	}

	/** The document in these bytes, or a problem when they are not UTF-8. */
	public static Optional<Document> of(String name, byte[] bytes, Problems problems) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(buffer)
				.toString();
			return Optional.of(new Document(name, text.startsWith("\ufeff") ? text.substring(1) : text));
		}
		catch (CharacterCodingException ex) {
			int line = 1;
			int lineStart = 0;
			for (int i = 0; i < buffer.position(); i++) {
				if (bytes[i] == '\n') {
					line++;
					lineStart = i + 1;
				}
			}
			problems.at(name, new Position(line, buffer.position() - lineStart + 1), "").say("not-utf8");
			return Optional.empty();
		}
	}

	/** Reads at most {@link #LARGEST} bytes of a stream. */
	public static Optional<Document> read(InputStream in, String name, Problems problems) throws IOException {
		byte[] bytes = in.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			problems.add(Problem.ofFile(name, "file-too-large", "> " + megabytes(LARGEST), megabytes(LARGEST)));
			return Optional.empty();
		}
		return of(name, bytes, problems);
	}

	/**
	 * The tree of a YAML or JSON document, when nothing is wrong with it: JSON when the
	 * name ends in {@code .json} or the text begins with a brace and a quote, else YAML.
	 */
	public Optional<Node> tree(Problems problems) {
		int before = problems.size();
		return asFarAsRead(problems).filter((tree) -> problems.size() == before);
	}

	/**
	 * The tree even when something in it is refused, so that what is wrong further in can
	 * be told at the same time. Of a key written twice the first counts.
	 */
	public Optional<Node> asFarAsRead(Problems problems) {
		if (this.text.isBlank()) {
			problems.add(Problem.ofFile(this.file, "file-empty"));
			return Optional.empty();
		}
		return (this.file.endsWith(".json") || this.text.stripLeading().startsWith("{\""))
				? JsonTree.asFarAsRead(this.file, this.text, 1, problems)
				: YamlTree.read(this.file, this.text, problems);
	}

	private static String megabytes(long bytes) {
		return (bytes + 500_000) / 1_000_000 + " MB";
	}

}

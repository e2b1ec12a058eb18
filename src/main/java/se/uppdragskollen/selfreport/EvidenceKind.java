package se.uppdragskollen.selfreport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What kind of file evidence may be, known by how its bytes begin as well as by how its
 * name ends.
 */
enum EvidenceKind {

	/** Portable document. */
	PDF("application/pdf", Set.of("pdf"), "255044462d", null),

	/** Picture. */
	PNG("image/png", Set.of("png"), "89504e470d0a1a0a", null),

	/** Picture. */
	JPEG("image/jpeg", Set.of("jpg", "jpeg"), "ffd8ff", null),

	/** Word document. */
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx"), "504b0304",
			"word/document.xml"),

	/** Excel workbook. */
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx"), "504b0304",
			"xl/workbook.xml"),

	/** OpenDocument text. */
	ODT("application/vnd.oasis.opendocument.text", Set.of("odt"), "504b0304", "content.xml"),

	/** Plain text. */
	TXT("text/plain", Set.of("txt"), "", null),

	/** Table as text. */
	CSV("text/csv", Set.of("csv"), "", null);

	private static final List<String> OTHER_BEGINNINGS = List.of("%PDF", "PK", "<", "MZ", "\u007fELF", "#!", "{\\rtf",
			"GIF8", "\u00d0\u00cf\u0011\u00e0");

	private final String mediaType;

	private final Set<String> endings;

	private final byte[] beginning;

	/** The part that an archive of this kind must have. */
	private final @Nullable String part;

	EvidenceKind(String mediaType, Set<String> endings, String beginning, @Nullable String part) {
		this.mediaType = mediaType;
		this.endings = endings;
		this.beginning = HexFormat.of().parseHex(beginning);
		this.part = part;
	}

	String mediaType() {
		return this.mediaType;
	}

	boolean isArchive() {
		return this.part != null;
	}

	boolean isText() {
		return this == TXT || this == CSV;
	}

	/** The part that an archive of this kind must have, empty for what is no archive. */
	String part() {
		return (this.part == null) ? "" : this.part;
	}

	/** The kind that a file's name tells. */
	static Optional<EvidenceKind> ofName(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((kind) -> kind.endings.contains(ending)).findFirst();
	}

	/** Whether bytes are what files of this kind begin with, or text when it is text. */
	boolean fits(byte[] content) {
		if (isText()) {
			return isText(content);
		}
		return content.length > this.beginning.length
				&& Arrays.equals(content, 0, this.beginning.length, this.beginning, 0, this.beginning.length);
	}

	private static boolean isText(byte[] content) {
		String text = text(content);
		String start = (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
		return OTHER_BEGINNINGS.stream().noneMatch(start::startsWith) && text.chars()
			.noneMatch((sign) -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != '\f');
	}

	/** The text in a file, as UTF-8 or else with a sign for each byte. */
	static String text(byte[] content) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(content, StandardCharsets.ISO_8859_1);
		}
	}

}

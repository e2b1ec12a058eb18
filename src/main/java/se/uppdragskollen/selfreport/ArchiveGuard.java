package se.uppdragskollen.selfreport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;

/**
 * Looks through an office document before it is stored: that it is what its name says,
 * does not unfold to something huge, and holds no macros, no XML that reaches outside
 * itself and, in its text, no personal identity number. What the archive's headers say of
 * sizes is not believed.
 */
final class ArchiveGuard {

	private static final int MOST_ENTRIES = 2000;

	private static final long LARGEST_INFLATED = 200_000_000;

	/** So much of a document's text is searched for personal identity numbers. */
	private static final int LARGEST_TEXT = 20_000_000;

	private static final List<String> ACTIVE = List.of("vbaproject.bin", "vbadata.xml", "/activex/", "basic/",
			"scripts/", ".exe", ".dll", ".js", ".vbs", "oleobject", "..", "\\");

	/**
	 * A link to follow is the reader's choice; all else from outside is fetched unasked.
	 */
	private static final Pattern FETCHED = Pattern.compile(
			"<Relationship(?=[^>]*TargetMode\\s*=\\s*[\"']External)(?![^>]*/hyperlink[\"'])", Pattern.CASE_INSENSITIVE);

	private static final Pattern PARAGRAPH = Pattern.compile("</(?:[a-z]+:)?(?:p|c|si|row|t[cr])>");

	private static final Pattern TAG = Pattern.compile("<[^>]*>");

	private final EvidenceKind kind;

	private long left = LARGEST_INFLATED;

	private int searched;

	private ArchiveGuard(EvidenceKind kind) {
		this.kind = kind;
	}

	/**
	 * Goes on only when the document can be stored.
	 * @throws Refusal with the reason when not
	 */
	static void check(EvidenceKind kind, byte[] content) {
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
			new ArchiveGuard(kind).check(zip);
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw Refusal.unsupported("evidence-broken");
		}
	}

	private void check(ZipFile zip) throws IOException {
		List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
		if (entries.size() > MOST_ENTRIES) {
			throw Refusal.unsupported("evidence-inflates");
		}
		if (zip.getEntry(this.kind.part()) == null) {
			throw Refusal.unsupported("evidence-other-kind");
		}
		for (ZipArchiveEntry entry : entries) {
			String name = entry.getName().toLowerCase(Locale.ROOT);
			if (ACTIVE.stream().anyMatch((one) -> name.contains(one) && !name.endsWith(".xml.rels"))
					|| entry.getGeneralPurposeBit().usesEncryption()) {
				throw Refusal.unsupported("evidence-active");
			}
			try (InputStream in = zip.getInputStream(entry)) {
				read(in, name);
			}
		}
	}

	private void read(InputStream in, String name) throws IOException {
		boolean text = name.endsWith(".xml") || name.endsWith(".rels");
		byte[] start = in.readNBytes(text ? Math.max(4096, LARGEST_TEXT - this.searched) : 4096);
		this.searched += text ? start.length : 0;
		count(start.length);
		String begins = new String(start, StandardCharsets.UTF_8).replace("\0", "");
		if (begins.contains("<!DOCTYPE") || begins.contains("<!ENTITY") || begins.contains("macroEnabled")
				|| name.endsWith(".rels") && FETCHED.matcher(begins).find()) {
			throw Refusal.unsupported("evidence-active");
		}
		if (text && hasPersonalNumber(begins)) {
			throw Refusal.invalid("/file", "evidence-personal-number");
		}
		byte[] chunk = new byte[65_536];
		int read = in.read(chunk);
		while (read >= 0) {
			count(read);
			read = in.read(chunk);
		}
	}

	/** Also in pieces: a word may stand in several parts of a paragraph. */
	private static boolean hasPersonalNumber(String xml) {
		return PersonalNumbers.find(TAG.matcher(xml).replaceAll(" \n ")).isPresent()
				|| PersonalNumbers.find(TAG.matcher(PARAGRAPH.matcher(xml).replaceAll("\n")).replaceAll(""))
					.isPresent();
	}

	private void count(int read) {
		this.left -= read;
		if (this.left < 0) {
			throw Refusal.unsupported("evidence-inflates");
		}
	}

}

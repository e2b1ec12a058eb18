package se.uppdragskollen.report.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;

/**
 * Looks through a workbook before it is read: that it does not unfold to something huge,
 * holds no macros and no XML that reaches outside itself. The archive is opened by the
 * same library as when it is read, so that both see the same entries; what their headers
 * say of sizes is not believed.
 */
final class WorkbookGuard {

	static final int MOST_ENTRIES = 200;

	static final int LARGEST_INFLATED = 200_000_000;

	private static final int WIDEST_COLUMN_NAME = 3;

	/** Excel writes no number longer, and long ones take their length squared to read. */
	private static final int LONGEST_NUMBER = 100;

	/** Excel's own limit. */
	private static final int LONGEST_TEXT = 32_767;

	private static final byte[] OLD_OR_ENCRYPTED = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 };

	private static final byte[] ARCHIVE = { 'P', 'K' };

	private final String name;

	private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

	private long inflated;

	private boolean uncalculated;

	WorkbookGuard(String name) {
		this.name = name;
		this.xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	/** What is wrong with the workbook, or nothing when it can be read. */
	Optional<Problem> problem(byte[] workbook) {
		if (startsWith(workbook, OLD_OR_ENCRYPTED)) {
			return Optional.of(Problem.ofFile(this.name, "excel-encrypted-or-old"));
		}
		if (!startsWith(workbook, ARCHIVE)) {
			return Optional.of(Problem.ofFile(this.name, "excel-broken"));
		}
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
			return Optional.ofNullable(problem(zip));
		}
		catch (IOException | RuntimeException ex) {

			return Optional.of(Problem.ofFile(this.name, "excel-broken"));
		}
	}

	/** Whether the workbook holds formulas that were never calculated. */
	boolean hasUncalculated() {
		return this.uncalculated;
	}

	private @Nullable Problem problem(ZipFile zip) throws IOException {
		List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
		if (entries.size() > MOST_ENTRIES) {
			return Problem.ofFile(this.name, "excel-entries", MOST_ENTRIES);
		}
		if (entries.stream().anyMatch((entry) -> lower(entry).endsWith("vbaproject.bin"))) {
			return Problem.ofFile(this.name, "excel-macros");
		}
		for (ZipArchiveEntry entry : entries) {
			try (InputStream in = new BufferedInputStream(new Counting(zip.getInputStream(entry)))) {
				boolean sound = !mayBeXml(in) || isPlain(in, lower(entry).endsWith(".vml"));
				in.transferTo(OutputStream.nullOutputStream());
				if (!sound) {
					return Problem.ofFile(this.name, "excel-unsafe");
				}
			}
			catch (TooMuch ex) {
				return Problem.ofFile(this.name, "excel-inflates", LARGEST_INFLATED / 1_000_000 + " MB");
			}
		}
		return null;
	}

	private static String lower(ZipArchiveEntry entry) {
		return entry.getName().toLowerCase(Locale.ROOT);
	}

	/** Whether bytes begin as XML does, in whichever encoding. */
	private static boolean mayBeXml(InputStream in) throws IOException {
		in.mark(4);
		byte[] start = in.readNBytes(4);
		in.reset();
		boolean bracket = false;
		for (byte one : start) {
			bracket |= one == '<';
		}
		boolean marked = start.length > 2 && (start[0] == (byte) 0xEF && start[1] == (byte) 0xBB
				|| start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
				|| start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
		return bracket || marked || start.length > 0 && Character.isWhitespace(start[0]);
	}

	/**
	 * Whether XML has no document type and no cell beyond the columns that exist, or with
	 * more in it than Excel takes.
	 * @param lenient whether malformed XML may pass: drawings that nobody reads
	 */
	private boolean isPlain(InputStream in, boolean lenient) throws IOException {
		try {
			XMLStreamReader reader = this.xml.createXMLStreamReader(new LeftOpen(in));
			Formula formula = new Formula();
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.START_ELEMENT && isTooFar(reader)) {
					return false;
				}
				if (formula.isTooLong(event, reader)) {
					return false;
				}
				this.uncalculated |= formula.endsWithoutResult(event, reader);
			}
			return true;
		}
		catch (XMLStreamException ex) {
			if (this.inflated > LARGEST_INFLATED) {
				throw new TooMuch();
			}
			if (lenient) {
				return true;
			}
			throw new IOException(ex);
		}
	}

	private static boolean isTooFar(XMLStreamReader reader) {
		String reference = reader.getLocalName().equals("c") ? reader.getAttributeValue(null, "r") : null;
		return reference != null && reference.chars().filter(Character::isLetter).count() > WIDEST_COLUMN_NAME;
	}

	private static boolean startsWith(byte[] bytes, byte[] start) {
		return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
	}

	/** Follows a cell's formula and result, and how long they are, through the XML. */
	private static final class Formula {

		private boolean text;

		private boolean formula;

		private boolean result;

		private String element = "";

		private boolean number;

		private int length;

		/** Whether a cell's number or text is longer than Excel takes. */
		boolean isTooLong(int event, XMLStreamReader at) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				this.length = 0;
				if (at.getLocalName().equals("c")) {
					String type = at.getAttributeValue(null, "t");
					this.number = type == null || type.equals("n");
				}
			}
			else if (event == XMLStreamConstants.CHARACTERS) {
				this.length += at.getTextLength();
			}
			boolean value = this.element.equals("v");
			return value && this.number && this.length > LONGEST_NUMBER
					|| (value || this.element.equals("t")) && this.length > LONGEST_TEXT;
		}

		/** Whether this ends a cell with a formula that has no result. */
		boolean endsWithoutResult(int event, XMLStreamReader at) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				this.element = at.getLocalName();
				if (this.element.equals("c")) {
					this.text = "str".equals(at.getAttributeValue(null, "t"));
					this.formula = false;
					this.result = false;
				}
				this.formula |= this.element.equals("f");
			}
			else if (event == XMLStreamConstants.CHARACTERS) {
				this.result |= this.element.equals("v");
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				this.element = "";
				return at.getLocalName().equals("c") && this.formula && !this.result && !this.text;
			}
			return false;
		}

	}

	/** Counts what comes out of all entries, and stops when it is too much. */
	private final class Counting extends FilterInputStream {

		Counting(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int one = super.read();
			count((one < 0) ? 0 : 1);
			return one;
		}

		@Override
		public int read(byte[] to, int from, int length) throws IOException {
			int read = super.read(to, from, length);
			count(Math.max(read, 0));
			return read;
		}

		private void count(int more) throws TooMuch {
			WorkbookGuard.this.inflated += more;
			if (WorkbookGuard.this.inflated > LARGEST_INFLATED) {
				throw new TooMuch();
			}
		}

	}

	/** Not closed by the XML reader, which does so at the end. */
	private static final class LeftOpen extends FilterInputStream {

		LeftOpen(InputStream in) {
			super(in);
		}

		@Override
		public void close() {
			// The archive's entry is closed by whoever opened it
		}

	}

	/** More comes out of the archive than a workbook needs. */
	private static final class TooMuch extends IOException {

	}

}

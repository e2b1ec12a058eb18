package se.uppdragskollen.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks written by hand, to the letter as Excel, other programs or an attacker may
 * have it.
 */
final class Workbooks {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

	private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

	private Workbooks() {
	}

	/** A workbook with these rows, each the XML of its cells without their places. */
	static byte[] with(String... rows) {
		return zip(parts(rows));
	}

	/** Cells with texts. */
	static String texts(String... texts) {
		StringBuilder row = new StringBuilder();
		for (String text : texts) {
			row.append(text.isEmpty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
		}
		return row.toString();
	}

	/** A cell with a number in one of the formats General, 14, 17, 9, 20, yyyy. */
	static String number(int format, String raw) {
		return "<c s=\"" + format + "\"><v>" + raw + "</v></c>";
	}

	/** The parts of a workbook by their names. */
	static Map<String, String> parts(String... rows) {
		StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
		int number = 0;
		for (String row : rows) {
			sheet.append("<row r=\"").append(++number).append("\">").append(row).append("</row>");
		}
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml",
				"<Types xmlns=\"" + PACKAGE + "content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\""
						+ TYPE + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE
						+ "styles+xml\"/></Types>");
		parts.put("_rels/.rels",
				"<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + DOCUMENT
						+ "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
		parts.put("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT
				+ "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + DOCUMENT
						+ "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
		parts.put("xl/styles.xml",
				"<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>"
						+ "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"17\"/><xf numFmtId=\"9\"/>"
						+ "<xf numFmtId=\"20\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
		parts.put("xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>").toString());
		return parts;
	}

	static byte[] zip(Map<String, String> parts) {
		List<Map.Entry<String, byte[]>> bytes = new ArrayList<>();
		parts.forEach((name, text) -> bytes.add(Map.entry(name, text.getBytes(StandardCharsets.UTF_8))));
		return zip(bytes);
	}

	static byte[] zip(List<Map.Entry<String, byte[]>> parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : parts) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}

package se.uppdragskollen.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that are not what they say, or more than they say.
 */
final class HostileFiles {

	private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

	private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	static final List<byte[]> ALL = List.of(new byte[0], bytes("x"), bytes("\u0000\u0001\u0002"),
			bytes("unit;name\n\"broken"), bytes("unit;name\n=1+1;@SUM(A1)\n"), bytes(";".repeat(20_000)),
			bytes("\n".repeat(20_000)), new byte[] { (byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8 },
			bytes("PK\u0003\u0004broken"), bytes("MZ\u0000"), bytes("%PDF-1.7\n%broken"),
			bytes("\u0089PNG\r\n\u001a\n"), bytes("<svg onload=\"alert(1)\"/>"), bytes("a".repeat(200_000)),
			workbook("<row r=\"1\"><c/></row>"),
			workbook("<row r=\"99999999999\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>"),
			workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999</v></c></row>"),
			workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>"),
			workbook("<row r=\"1\"><c r=\"A1\"><f>1/0</f><v>#DIV/0!</v></c></row>"),
			workbook("<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row>"),
			workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>=cmd|' /C calc'!A0</t></is></c></row>"),
			entities(), bomb(), slip(), zip(Map.of("xl/workbook.xml", bytes("<workbook"))), zip(Map.of()));

	private HostileFiles() {
	}

	/** A workbook of one sheet with these rows. */
	static byte[] workbook(String rows) {
		return workbook(HEADER, rows);
	}

	private static byte[] workbook(String header, String rows) {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", bytes(HEADER
				+ "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
				+ "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
				+ "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
		parts.put("xl/_rels/workbook.xml.rels", bytes(HEADER
				+ "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
				+ "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
				+ "Target=\"worksheets/sheet1.xml\"/></Relationships>"));
		parts.put("xl/workbook.xml",
				bytes(HEADER + "<workbook xmlns=\"" + SHEET
						+ "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
						+ "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
		parts.put("xl/worksheets/sheet1.xml",
				bytes(header + "<worksheet xmlns=\"" + SHEET + "\"><sheetData>" + rows + "</sheetData></worksheet>"));
		return zip(parts);
	}

	/** Nine levels of ten entities each, and a file of the server's. */
	private static byte[] entities() {
		StringBuilder lol = new StringBuilder(
				"<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY l0 \"lol\">");
		for (int i = 1; i < 10; i++) {
			lol.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
		}
		return workbook(HEADER + lol + "]>",
				"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&f;&l9;</t></is></c></row>");
	}

	/** Grows a thousandfold. */
	private static byte[] bomb() {
		return workbook("<row r=\"1\"><c r=\"A1\"><v>" + "1".repeat(30_000_000) + "</v></c></row>");
	}

	private static byte[] slip() {
		return zip(Map.of("../../../../tmp/slipped", bytes("x"), "/xl/workbook.xml", bytes("x")));
	}

	private static byte[] zip(Map<String, byte[]> parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

package se.uppdragskollen.selfreport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A draft filled in with a table.
 */
class UploadTests {

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private final String path = this.centre.path("2025-06") + "/draft/upload";

	@Test
	void givesATemplateWithWhatIsTyped() throws IOException {
		this.centre.handIn("2025-05", "{\"assessed_total\":{\"value\":398}}");
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":400,\"comment\":\"prel.\"},"
				+ "\"assessed_within_3_days\":{\"value\":-1},\"calls_incoming\":{\"suppressed\":true}}");
		Answer csv = this.centre.reporter().get(this.centre.path("2025-06") + "/template?format=csv&lang=sv");
		assertThat(csv.status()).as(csv.toString()).isEqualTo(200);
		assertThat(csv.header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"" + this.centre.unit() + "-2025-06.csv\"");
		assertThat(csv.text()).startsWith("\ufeff")
			.contains(";prel.;", "Heltal minst 0. Högst lika många som ”")
			.doesNotContain("-1");
		Answer back = upload("ifylld.csv", csv.bytes(), 2);
		assertThat(back.status()).as(back.toString()).isEqualTo(200);
		assertThat(back.json().path("entries").toString()).isEqualTo("{\"assessed_total\":{\"value\":400,\"comment\":"
				+ "\"prel.\"},\"assessed_within_3_days\":{\"value\":-1},\"calls_incoming\":{\"suppressed\":true}}");
		Answer excel = this.centre.reporter().get(this.centre.path("2025-06") + "/template?lang=en");
		assertThat(excel.header("Content-Type"))
			.isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(excel.bytes()))) {
			assertThat(book.getFirstSheet().read().size()).isGreaterThan(3);
		}
		assertThat(upload("ifylld.xlsx", excel.bytes(), 3).status()).isEqualTo(200);
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/template?format=pdf").status())
			.isEqualTo(422);
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/template?lang=de").status())
			.isEqualTo(422);
	}

	/**
	 * Much work and no answer that anybody could read is what somebody wants who sends so
	 * much.
	 */
	@Test
	void readsNoMoreThanATemplateCanHold() {
		this.centre.open("2025-06");
		Answer many = upload("a.csv", csv("assessed_total;;;\n".repeat(UploadDraft.MOST_ROWS + 1).split("\n")), 1);
		assertThat(many.status()).isEqualTo(422);
		assertThat(many.text()).contains("fler än 5");
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/draft").json().path("entries").isEmpty())
			.isTrue();
	}

	@Test
	void putsAFileIntoTheDraftAndLeavesTheRest() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":1,\"unclear\":\"\"},"
				+ "\"calls_incoming\":{\"value\":900},\"calls_answered_same_day\":{\"value\":800}}");
		Answer answer = upload("a.csv",
				csv("assessed_total;400;;", "assessed_within_3_days;371;;Två saknas", "calls_incoming;;;Ny växel"), 2);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.header("ETag")).isEqualTo("\"3\"");
		assertThat(answer.json().path("entries").toString()).isEqualTo("{\"assessed_total\":{\"value\":400,"
				+ "\"unclear\":\"\"},\"assessed_within_3_days\":{\"value\":371,\"comment\":\"Två saknas\"},"
				+ "\"calls_answered_same_day\":{\"value\":800},"
				+ "\"calls_incoming\":{\"value\":900,\"comment\":\"Ny växel\"}}");
		assertThat(upload("a.csv", csv("assessed_total;401;;"), 2).status()).isEqualTo(412);
		assertThat(this.centre.reporter().upload(this.path, "a.csv", csv("assessed_total;401;;")).status())
			.isEqualTo(428);
	}

	@Test
	void tellsEveryFaultByLineAndColumnAndSavesNothing() {
		this.centre.open("2025-06");
		Answer answer = upload("a.csv", csv("assessed_total;många;;", "calls_incoming;900;;", "nothing_such;1;;",
				"assessed_within_3_days;-4;;Ring 19121212-1212"), 1);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(answer.json().path("errors").findValuesAsString("line")).containsExactly("2", "4", "5", "5");
		assertThat(answer.json().path("errors").findValuesAsString("column")).doesNotContain("0");
		assertThat(answer.text()).doesNotContain("1212-1212", "uppdragskollen-upload");
		unchanged();
	}

	@Test
	void takesTheReportOfThisUnitAndPeriodOnly() {
		this.centre.open("2025-06");
		String head = "unit;period;element;value\r\n";
		refused("a.csv", bytes(head + Centre.of(this.service).unit() + ";2025-06;assessed_total;400"), 422);
		refused("a.csv", bytes(head + this.centre.unit() + ";2025-05;assessed_total;400"), 422);
		refused("a.csv", bytes(head + this.centre.unit() + ";2025-05;assessed_total;400\r\n" + this.centre.unit()
				+ ";2025-06;assessed_total;400"), 422);
		unchanged();
	}

	@Test
	void refusesFilesThatAreNoTables() throws IOException {
		this.centre.open("2025-06");
		byte[] sound = workbook("400");
		refused("a.pdf", bytes("%PDF-1.7"), 415);
		refused("a.csv", sound, 415);
		refused("a.csv", new byte[0], 422);
		refused("a.csv", new byte[] { 0, 1, 2, 3, 0 }, 422);
		refused("a.xlsx", bytes("unit;period"), 422);
		refused("a.xlsx", zip(Map.of("xl/workbook.xml",
				"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + "<workbook>&b;</workbook>")), 422);
		refused("a.xlsx", zip(Map.of("xl/vbaProject.bin", "x")), 422);
		refused("a.xlsx", bomb(), 422);
		refused("a.csv", new byte[5_000_001], 413);
		refused("a.xlsx", workbook("=cmd|' /C calc'!A0"), 422);
		refused("a.csv", csv("assessed_total;=1+1;;"), 422);
		assertThat(upload("a.xlsx", sound, 1).status()).isEqualTo(200);
	}

	@Test
	void survivesFuzzedFiles() throws IOException {
		this.centre.open("2025-06");
		long seed = 20250708;
		Random random = new Random(seed);
		byte[][] sound = { workbook("400"), csv("assessed_total;400;;", "calls_incoming;900;;") };
		long version = 1;
		for (int i = 0; i < 120; i++) {
			byte[] file = sound[i % 2].clone();
			for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
				file[random.nextInt(file.length)] = (byte) random.nextInt(256);
			}
			Answer answer = upload((i % 2 == 0) ? "a.xlsx" : "a.csv", file, version);
			assertThat(answer.status()).as("seed " + seed + " file " + i + " " + answer).isIn(200, 415, 422);
			version += (answer.status() == 200) ? 1 : 0;
			assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/draft").header("ETag"))
				.isEqualTo("\"" + version + "\"");
		}
	}

	@Test
	void keepsTextThatLooksLikeAFormulaAsText() {
		this.centre.open("2025-06");
		Answer answer = upload("a.csv", csv("assessed_total;400;;'=HYPERLINK(1)"), 1);
		assertThat(answer.json().path("entries").path("assessed_total").path("comment").asString())
			.isEqualTo("=HYPERLINK(1)");
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/template?format=csv").text())
			.contains("'=HYPERLINK(1)");
	}

	private Answer upload(String name, byte[] content, long version) {
		return this.centre.reporter().upload(this.path, name, content, "If-Match", "\"" + version + "\"");
	}

	private void refused(String name, byte[] content, int status) {
		Answer answer = upload(name, content, 1);
		assertThat(answer.status()).as(name + " " + answer).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		unchanged();
	}

	private void unchanged() {
		Answer draft = this.centre.reporter().get(this.centre.path("2025-06") + "/draft");
		assertThat(draft.header("ETag")).isEqualTo("\"1\"");
		assertThat(draft.json().path("entries").toString()).isEqualTo("{}");
	}

	private byte[] csv(String... rows) {
		StringBuilder text = new StringBuilder("unit;period;element;value;status;comment\r\n");
		for (String row : rows) {
			text.append(this.centre.unit()).append(";2025-06;").append(row).append("\r\n");
		}
		return bytes(text.toString());
	}

	private byte[] workbook(String value) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Workbook book = new Workbook(out, "test", "1.0");
		Worksheet sheet = book.newWorksheet("a");
		String[][] rows = { { "unit", "period", "element", "value" },
				{ this.centre.unit(), "2025-06", "assessed_total", value } };
		for (int row = 0; row < rows.length; row++) {
			for (int column = 0; column < rows[row].length; column++) {
				sheet.value(row, column, rows[row][column]);
			}
		}
		book.finish();
		return out.toByteArray();
	}

	private static byte[] zip(Map<String, String> parts) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(bytes(part.getValue()));
				zip.closeEntry();
			}
		}
		return out.toByteArray();
	}

	/** A workbook whose sheet unfolds to 210 MB. */
	private static byte[] bomb() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
			byte[] blank = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 210; i++) {
				zip.write(blank);
			}
		}
		return out.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

package se.uppdragskollen.selfreport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Files that a report rests on.
 */
class EvidenceTests {

	private static final byte[] PDF = bytes("%PDF-1.7\nrest");

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private final String path = this.centre.path("2025-06") + "/evidence";

	@Test
	void isStoredWholeAndGivenBack() {
		this.centre.open("2025-06");
		Answer added = attach("Rutin för å.pdf", PDF);
		assertThat(added.status()).as(added.toString()).isEqualTo(201);
		JsonNode evidence = added.json();
		assertThat(evidence.path("sha256").asString()).isEqualTo(sha(PDF));
		assertThat(evidence.path("media_type").asString()).isEqualTo("application/pdf");
		Answer file = this.centre.reporter().get(added.header("Location"));
		assertThat(file.bytes()).isEqualTo(PDF);
		assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(file.header("Content-Disposition")).startsWith("attachment;")
			.contains("filename*=UTF-8''Rutin%20f%C3%B6r%20%C3%A5.pdf");
		assertThatThrownBy(() -> this.service.jdbc()
			.sql("update evidence set content = 'x' where unit = ?")
			.param(this.centre.unit())
			.update()).isInstanceOf(DataAccessException.class);
	}

	@Test
	void takesEveryKindThatIsWhatItsNameSays() {
		this.centre.open("2025-06");
		byte[] png = new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0 };
		byte[] jpeg = new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0 };
		assertThat(attach("a.png", png).status()).isEqualTo(201);
		assertThat(attach("a.JPG", jpeg).status()).isEqualTo(201);
		assertThat(attach("a.txt", bytes("Hej å")).status()).isEqualTo(201);
		assertThat(attach("a.csv", "a;b\r\nå;2".getBytes(StandardCharsets.ISO_8859_1)).status()).isEqualTo(201);
		assertThat(attach("a.docx", zip(Map.of("word/document.xml", "<w>Text</w>"))).status()).isEqualTo(201);
		assertThat(attach("a.xlsx", zip(Map.of("xl/workbook.xml", "<w/>"))).status()).isEqualTo(201);
		assertThat(attach("a.odt", zip(Map.of("content.xml", "<w/>"))).status()).isEqualTo(201);
		assertThat(this.centre.reporter().get(this.path).json().path("items")).hasSize(7);
	}

	@Test
	void refusesWhatIsNotWhatItsNameSays() {
		this.centre.open("2025-06");
		refused(415, "a.exe", PDF);
		refused(415, "a", PDF);
		refused(415, "a.png", PDF);
		refused(415, "a.pdf", bytes("<html>"));
		refused(415, "a.txt", bytes("<script>alert(1)</script>"));
		refused(415, "a.txt", PDF);
		refused(415, "a.csv", new byte[] { 1, 2, 0, 3 });
		refused(415, "a.docx", zip(Map.of("xl/workbook.xml", "<w/>")));
		refused(415, "a.docx", bytes("PK\u0003\u0004 broken"));
		refused(415, "a.xlsx", zip(Map.of("xl/workbook.xml", "<w/>", "xl/vbaProject.bin", "x")));
		refused(415, "a.docx", zip(Map.of("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///\">]><a/>")));
		refused(415, "a.docx", bomb());
		refused(422, "a.pdf", new byte[0]);
		refused(422, "../../.pdf", PDF);
		refused(422, "patient 19121212-1212.pdf", PDF);
		refused(422, "191212121212_remiss.pdf", PDF);
		refused(422, "a.txt", bytes("Om 19121212-1212"));
		refused(422, "a.docx", zip(Map.of("word/document.xml", "<w:t>19121212-1212</w:t>")));
		byte[] large = Arrays.copyOf(PDF, 20_000_001);
		refused(413, "a.pdf", large);
		refused(413, "a.pdf", Arrays.copyOf(PDF, 22_000_000));
		assertThat(this.centre.reporter().get(this.path).json().path("items")).isEmpty();
	}

	@Test
	void refusesWhatFetchesOrHidesSomething() {
		this.centre.open("2025-06");
		String rels = "<Relationships><Relationship Id=\"a\" Type=\"http://x/%s\" Target=\"http://x/\" TargetMode=\"External\"/>"
				+ "</Relationships>";
		assertThat(attach("a.docx", word("word/_rels/document.xml.rels", rels.formatted("hyperlink"))).status())
			.isEqualTo(201);
		refused(415, "a.docx", word("word/_rels/settings.xml.rels", rels.formatted("attachedTemplate")));
		refused(415, "a.docx", word("word/embeddings/oleObject1.bin", "MZ"));
		refused(415, "a.docx", word("../../../x.txt", "x"));
		refused(422, "a.docx", word("word/header1.xml", "<w:t>19121212-1212</w:t>"));
		refused(422, "a.docx", word("word/comments.xml", "<w:p><w:t>19121212</w:t><w:t>-1212</w:t></w:p>"));
		refused(422, "a.xlsx", zip(Map.of("xl/workbook.xml", "<w/>", "xl/worksheets/sheet1.xml",
				"<c t=\"inlineStr\"><is><t>191212121212</t></is></c>")));
		assertThat(attach("a.docx", word("word/comments.xml", "<w:p>19121212</w:p><w:p>1212</w:p>")).status())
			.isEqualTo(201);
	}

	@Test
	void whoTakesItOutIsNoted() {
		this.centre.open("2025-06");
		Answer added = attach("a.pdf", PDF);
		this.centre.reporter().get(added.header("Location"));
		this.centre.reporter().get(this.centre.path("2025-06") + "/template");
		assertThat(this.service.jdbc()
			.sql("select subject from audit_event where unit = ? and act = 'exported' order by seq")
			.param(this.centre.unit())
			.query(String.class)
			.list()).containsExactly("evidence:" + added.json().path("id").asString(), "template");
	}

	private static byte[] word(String name, String part) {
		return zip(Map.of("word/document.xml", "<w>Text</w>", name, part));
	}

	@Test
	void cleansNames() {
		this.centre.open("2025-06");
		assertThat(attach("C:\\hemligt\\..\\plan\u202e.pdf", PDF).json().path("name").asString()).isEqualTo("plan.pdf");
		assertThat(attach("/etc/passwd/x.pdf", PDF).json().path("name").asString()).isEqualTo("x.pdf");
	}

	@Test
	void takesNoMoreThanFifty() {
		this.centre.open("2025-06");
		for (int i = 0; i < 50; i++) {
			assertThat(attach(i + ".txt", bytes("a")).status()).isEqualTo(201);
		}
		refused(409, "51.txt", bytes("a"));
	}

	@Test
	void fillsNoDiskByBeingTakenAwayAgainAndAgain() {
		this.centre.open("2025-06");
		String path = this.centre.path("2025-06") + "/evidence";
		String id = attach("a.txt", bytes("a")).json().path("id").asString();
		assertThat(this.centre.reporter().delete(path + "/" + id).status()).isEqualTo(204);
		this.service.jdbc().sql("""
				insert into evidence (unit, assignment, period, name, media_type, size, sha256, content, added_by,
				added_at, withdrawn_at) select unit, assignment, period, name, media_type, 499999998, sha256, content,
				added_by, added_at, withdrawn_at from evidence where id = cast(? as uuid)
				""").param(id).update();
		assertThat(attach("b.txt", bytes("b")).status()).isEqualTo(201);
		refused(409, "c.txt", bytes("c"));
	}

	@Test
	void staysWithTheVersionThatRestsOnIt() {
		Client reviewer = this.service.person(Role.REVIEWER);
		this.centre.open("2025-06");
		String file = attach("plan.pdf", PDF).header("Location");
		String other = attach("fel.pdf", PDF).header("Location");
		assertThat(reviewer.get(file).status()).as("not handed in yet").isEqualTo(404);
		assertThat(reviewer.get(this.path).json().path("items")).isEmpty();
		assertThat(this.centre.reporter().delete(other).status()).isEqualTo(204);
		assertThat(this.centre.reporter().delete(other).status()).isEqualTo(410);
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":400}}");
		this.centre.submit("2025-06", 2, "{\"confirm\":true}");
		assertThat(reviewer.get(file).bytes()).isEqualTo(PDF);
		assertThat(reviewer.get(other).status()).isEqualTo(404);
		assertThat(this.centre.reporter().delete(file).status()).isEqualTo(409);
		refused(404, "sen.pdf", PDF);
		this.centre.open("2025-06");
		assertThat(this.centre.reporter().delete(file).status()).isEqualTo(204);
		this.centre.submit("2025-06", 1, "{\"confirm\":true,\"reason\":\"Fel fil\"}");
		assertThat(reviewer.get(this.centre.path("2025-06") + "/versions/1").json().path("evidence")).hasSize(1);
		assertThat(reviewer.get(this.centre.path("2025-06") + "/versions/2").json().path("evidence")).isEmpty();
		assertThat(reviewer.get(file).bytes()).isEqualTo(PDF);
		assertThat(Centre.of(this.service).manager().get(file).status()).isEqualTo(403);
	}

	@Test
	void isAboutARequirementOfTheEdition() {
		this.centre.open("2025-06");
		Answer added = this.centre.reporter().upload(this.path + "?requirement=G25", "a.pdf", PDF);
		assertThat(added.json().path("requirement").asString()).isEqualTo("G25");
		assertThat(this.centre.reporter().upload(this.path + "?requirement=G999", "a.pdf", PDF).status())
			.isEqualTo(422);
	}

	private Answer attach(String name, byte[] content) {
		return this.centre.reporter().upload(this.path, name, content);
	}

	private void refused(int status, String name, byte[] content) {
		Answer answer = attach(name, content);
		assertThat(answer.status()).as(name + " " + answer).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.text()).doesNotContain("1212-1212");
		if (status == 413 || status == 415 || status == 422) {
			assertThat(answer.json().path("errors").path(0).path("pointer").asString("")).as(name).endsWith("file");
		}
	}

	private static byte[] zip(Map<String, String> parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(bytes(part.getValue()));
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return out.toByteArray();
	}

	/** 210 MB of nothing. */
	private static byte[] bomb() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("word/document.xml"));
			byte[] nothing = new byte[1_000_000];
			for (int i = 0; i < 210; i++) {
				zip.write(nothing);
			}
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return out.toByteArray();
	}

	private static String sha(byte[] content) {
		try {
			return java.util.HexFormat.of()
				.formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

package se.uppdragskollen.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An upload lies on the disk while it is read. When that does not take it, the sender is
 * not to blame and may send it again.
 */
class FullDiskTests {

	private static final String UNAVAILABLE = "urn:uppdragskollen:problem:unavailable";

	@Test
	void isToldWhenAFileCannotGrow() throws Exception {
		RunningService service = RunningService.shared();
		Centre centre = Centre.of(service);
		centre.open("2025-06");
		String path = centre.path("2025-06") + "/evidence";
		byte[] file = "x\n".repeat(6_000_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		limit("10000000");
		Answer refused;
		try {
			refused = centre.reporter().upload(path, "large.txt", file);
		}
		finally {
			limit("unlimited");
		}
		assertUnavailable(refused);
		assertThat(centre.reporter().upload(path, "large.txt", file).status()).isEqualTo(201);
	}

	@Test
	void isToldWhenItsFolderIsGone(@TempDir Path folder) throws IOException {
		Path uploads = folder.resolve("uploads");
		try (RunningService service = RunningService.start(RunningService.newDatabase(),
				Map.of("spring.servlet.multipart.location", uploads.toAbsolutePath()))) {
			Client staff = service.person(Role.COMMISSIONER);
			Files.deleteIfExists(uploads);
			Files.writeString(uploads, "no folder");
			assertUnavailable(staff.upload("/api/v1/units/import", "units.csv", new byte[] { 65 }));
			Files.delete(uploads);
			assertThat(staff.upload("/api/v1/units/import", "units.csv", new byte[] { 65 }).status()).isEqualTo(422);
		}
	}

	@Test
	void isNotToldOfAnUploadThatBreaksOff() {
		Answer broken = RunningService.shared()
			.person(Role.COMMISSIONER)
			.send("POST", "/api/v1/units/import",
					java.net.http.HttpRequest.BodyPublishers.ofString(
							"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\nabc"),
					"Content-Type", "multipart/form-data; boundary=b");
		assertThat(broken.status()).as(broken.toString()).isEqualTo(400);
	}

	private static void assertUnavailable(Answer answer) {
		assertThat(List.of(answer.status(), answer.json().path("type").asString())).as(answer.toString())
			.isEqualTo(List.of(503, UNAVAILABLE));
	}

	/** How long this process's files may become, which is this service's. */
	private static void limit(String bytes) throws Exception {
		assertThat(new ProcessBuilder("prlimit", "--pid", String.valueOf(ProcessHandle.current().pid()),
				"--fsize=" + bytes + ":")
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor()).isZero();
	}

}

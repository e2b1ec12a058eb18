package se.uppdragskollen.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A region's folder of a test's own, with an assignment to change.
 */
public final class RegionFolder {

	private RegionFolder() {
	}

	/** Copies the assignment that comes along. */
	public static void copyTo(Path home) throws IOException {
		for (String top : List.of("assignments", "rules")) {
			Path from = Path.of(top, "kalmar-halsoval");
			try (var files = Files.walk(from)) {
				for (Path file : files.toList()) {
					Path to = home.resolve(file.toString());
					if (Files.isDirectory(file)) {
						Files.createDirectories(to);
					}
					else {
						Files.copy(file, to);
					}
				}
			}
		}
	}

	/** Puts one text for another in the file of a chapter, wherever it stands there. */
	public static void change(Path home, String edition, String chapter, String before, String after)
			throws IOException {
		Path file = home.resolve("assignments/kalmar-halsoval").resolve(edition).resolve(chapter + ".yaml");
		String text = Files.readString(file);
		assertThat(text).contains(before);
		Files.writeString(file, text.replace(before, after));
	}

}

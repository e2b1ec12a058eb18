package se.uppdragskollen.edition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An edition's files in one piece.
 */
final class EditionFiles {

	private static final FileTime NO_TIME = FileTime.fromMillis(315_619_200_000L);

	private EditionFiles() {
	}

	/**
	 * The files of an edition in a region's folder; the same files give the same bytes.
	 */
	static byte[] pack(Path home, String assignment, String edition) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			for (String top : List.of("assignments", "rules")) {
				Path folder = home.resolve(top).resolve(assignment).resolve(edition);
				try (Stream<Path> files = Files.list(folder)) {
					for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
						ZipEntry entry = new ZipEntry(
								top + "/" + assignment + "/" + edition + "/" + file.getFileName());
						entry.setLastModifiedTime(NO_TIME);
						zip.putNextEntry(entry);
						Files.copy(file, zip);
						zip.closeEntry();
					}
				}
			}
		}
		return packed.toByteArray();
	}

	/** Puts them into a folder of their own, which the caller deletes. */
	static Path unpack(byte[] packed) throws IOException {
		Path home = Files.createTempDirectory("uppdragskollen-edition");
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
			ZipEntry entry = zip.getNextEntry();
			while (entry != null) {
				Path target = home.resolve(entry.getName()).normalize();
				if (!target.startsWith(home)) {
					throw new IOException("outside of its folder: " + entry.getName());
				}
				Path parent = target.getParent();
				if (parent != null) {
					Files.createDirectories(parent);
				}
				Files.copy(zip, target);
				entry = zip.getNextEntry();
			}
		}
		return home;
	}

	static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}

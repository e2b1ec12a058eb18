package se.uppdragskollen.operation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server that comes with the product, unpacked once for each version.
 */
final class PostgresBinaries {

	private PostgresBinaries() {
	}

	/**
	 * The folder with {@code bin}, {@code lib} and {@code share}.
	 * @param cache where to unpack, shared by all who use the same version
	 * @throws IOException when there is none for this kind of machine, or it cannot be
	 * written
	 */
	static Path unpackedIn(Path cache) throws IOException {
		String resource = "/postgres-linux-" + machine() + ".txz";
		try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
			if (packed == null) {
				throw new IOException("no PostgreSQL for this machine: " + resource);
			}
			byte[] bytes = packed.readAllBytes();
			String version = se.uppdragskollen.document.Fingerprint
				.of(bytes.length + " " + java.util.Arrays.hashCode(bytes))
				.substring(7, 19);
			Path folder = cache.resolve("postgres-" + version);
			Files.createDirectories(folder);
			try (FileChannel lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); FileLock held = lock.lock()) {
				if (held.isValid() && !Files.exists(folder.resolve(".unpacked"))) {
					unpack(new java.io.ByteArrayInputStream(bytes), folder);
					Files.createFile(folder.resolve(".unpacked"));
				}
			}
			return folder;
		}
	}

	private static String machine() {
		String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
		return switch (name) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			default -> name;
		};
	}

	private static void unpack(InputStream packed, Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new BufferedInputStream(new XZInputStream(packed), 1 << 16))) {
			TarArchiveEntry entry = tar.getNextEntry();
			while (entry != null) {
				Path target = folder.resolve(entry.getName()).normalize();
				if (!target.startsWith(folder)) {
					throw new IOException("outside of its folder: " + entry.getName());
				}
				unpack(tar, entry, target);
				entry = tar.getNextEntry();
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		Path parent = target.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		if (entry.isDirectory()) {
			Files.createDirectories(target);
		}
		else if (entry.isSymbolicLink()) {
			Files.deleteIfExists(target);
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
		}
		else {
			Files.copy(tar, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			Files.setPosixFilePermissions(target,
					PosixFilePermissions.fromString(((entry.getMode() & 0100) != 0) ? "rwxr-xr-x" : "rw-r--r--"));
		}
	}

}

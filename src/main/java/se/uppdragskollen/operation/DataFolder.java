package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The folder where one service keeps what is its own. As long as it is open nobody else
 * opens it, neither another service nor a restore.
 */
public final class DataFolder implements AutoCloseable {

	private static final String TEMPORARY = "uppdragskollen-demo-";

	private final Path path;

	private final boolean temporary;

	private final FileChannel channel;

	private final FileLock lock;

	private DataFolder(Path path, boolean temporary, FileChannel channel, FileLock lock) {
		this.path = path;
		this.temporary = temporary;
		this.channel = channel;
		this.lock = lock;
	}

	/**
	 * Opens a folder, which is made when it is missing.
	 * @throws CannotRunException when it is in use, or not to be used
	 */
	public static DataFolder open(Path path) throws IOException {
		Path folder = path.toAbsolutePath().normalize();
		try {
			if (!Files.exists(folder)) {
				Files.createDirectories(folder,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			check(folder);
			return lock(folder, false);
		}
		catch (AccessDeniedException ex) {
			throw new CannotRunException("operation.data-rights", folder, ex.getFile());
		}
		catch (CannotRunException ex) {
			throw ex;
		}
		catch (NoSuchFileException ex) {
			throw new CannotRunException("operation.data-rights", folder, ex.getFile());
		}
		catch (FileSystemException ex) {
			String reason = (ex.getReason() != null) ? ex.getReason() : ex.getClass().getSimpleName();
			throw new CannotRunException("operation.data-unusable", folder, ex.getFile(), reason);
		}
	}

	/**
	 * A new folder that is removed when it is closed. What demos that were killed have
	 * left behind is removed now.
	 */
	public static DataFolder temporary(Path cache) throws IOException {
		Path folder = Files.createTempDirectory(TEMPORARY);
		sweep(folder, cache);
		return lock(folder, true);
	}

	private static void check(Path folder) throws CannotRunException {
		if (!Files.isDirectory(folder)) {
			throw new CannotRunException("operation.data-no-folder", folder);
		}
		if (!Files.isWritable(folder) || !Files.isExecutable(folder)) {
			throw new CannotRunException("operation.data-rights", folder, folder);
		}
	}

	private static DataFolder lock(Path folder, boolean temporary) throws IOException {
		Path file = folder.resolve("lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		FileLock lock = tryLock(channel);
		if (lock == null) {
			String holder = Files.readString(file).strip();
			channel.close();
			throw new CannotRunException("operation.data-locked", folder, holder);
		}
		channel.truncate(0);
		channel
			.write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
		return new DataFolder(folder, temporary, channel, lock);
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static void sweep(Path own, Path cache) throws IOException {
		Path around = own.toAbsolutePath().getParent();
		if (around == null) {
			return;
		}
		try (var others = Files.newDirectoryStream(around, TEMPORARY + "*")) {
			for (Path other : others) {
				if (!other.equals(own) && isOurs(other, own) && Files.exists(other.resolve("lock"))) {
					sweepOne(other, cache);
				}
			}
		}
	}

	/** One that is in use, or cannot be removed, is left alone. */
	private static void sweepOne(Path other, Path cache) {
		try (DataFolder left = lock(other, true)) {
			EmbeddedServer.stopLeftOver(left.path().resolve("postgres"), cache);
		}
		catch (IOException ex) {
			org.slf4j.LoggerFactory.getLogger(DataFolder.class).debug("left alone: {}", other, ex);
		}
	}

	private static boolean isOurs(Path other, Path own) throws IOException {
		Set<PosixFilePermission> rights = Files.getPosixFilePermissions(other, LinkOption.NOFOLLOW_LINKS);
		return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS) && Files.getOwner(other).equals(Files.getOwner(own))
				&& !rights.contains(PosixFilePermission.OTHERS_WRITE);
	}

	/** Where it is. */
	public Path path() {
		return this.path;
	}

	/** Whether it is removed when it is closed. */
	public boolean isTemporary() {
		return this.temporary;
	}

	/** Removes a folder with all that is in it. */
	static void delete(Path folder) throws IOException {
		if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
			try (var files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	@Override
	public void close() throws IOException {
		if (this.temporary) {
			delete(this.path);
		}
		this.lock.release();
		this.channel.close();
	}

}

package se.uppdragskollen.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Set;

import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether the database or the disk is to blame for a failure and not what was asked: it
 * is away, cut off, full, or fails itself. All that was asked may be asked again.
 */
final class Unavailable {

	private static final Set<Class<?>> KINDS = Set.of(DataAccessResourceFailureException.class,
			RecoverableDataAccessException.class, TransientDataAccessException.class,
			CannotCreateTransactionException.class, TransactionSystemException.class, UncheckedIOException.class);

	/**
	 * By the first two letters of its error: connection, transaction ended, out of room,
	 * ended by its operator, system, internal (as a file that cannot grow).
	 */
	private static final Set<String> STATES = Set.of("08", "40", "53", "57", "58", "XX");

	private Unavailable() {
	}

	static boolean is(@Nullable Throwable failure) {
		for (Throwable one = failure; one != null; one = one.getCause()) {
			Throwable cause = one;
			boolean away = (one instanceof SQLException sql) ? isState(sql.getSQLState())
					: KINDS.stream().anyMatch((kind) -> kind.isInstance(cause));
			if (away) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether an upload could not be put on the disk. The server reads and writes it in
	 * one go: what the sender's connection is to blame for has a name of its own.
	 */
	static boolean isDisk(Throwable upload) {
		for (Throwable one = upload; one != null; one = one.getCause()) {
			if (one instanceof BadRequestException) {
				return false;
			}
			if (one.getClass() == IOException.class || one instanceof FileNotFoundException
					|| one instanceof FileSystemException) {
				return true;
			}
		}
		return false;
	}

	private static boolean isState(@Nullable String state) {
		return state != null && state.length() == 5 && STATES.contains(state.substring(0, 2));
	}

}

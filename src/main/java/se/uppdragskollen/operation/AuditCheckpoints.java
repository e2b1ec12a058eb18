package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.uppdragskollen.audit.AuditChain;

/**
 * Writes where the log of who did what ends to a file outside of the database, every hour
 * and when the service stops: one line each, the sequence number, the hash and the time.
 * The operator keeps the file where nobody who can write to the database can.
 */
@Component
class AuditCheckpoints {

	private static final Logger LOG = LoggerFactory.getLogger(AuditCheckpoints.class);

	private final AuditChain chain;

	private final Clock clock;

	private final Path file;

	private volatile long last;

	AuditCheckpoints(AuditChain chain, Clock clock, ServiceOptions options,
			@Value("${uppdragskollen.audit.checkpoints:}") String file) {
		this.chain = chain;
		this.clock = clock;
		this.file = file.isEmpty() ? options.data().resolve("audit-checkpoints.txt") : Path.of(file);
	}

	@Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
	@PreDestroy
	void write() {
		try {
			this.chain.head().filter((head) -> head.seq() != this.last).ifPresent((head) -> {
				append(head + " " + this.clock.instant().truncatedTo(ChronoUnit.SECONDS));
				this.last = head.seq();
			});
		}
		catch (DataAccessException ex) {
			LOG.warn("no checkpoint of the audit log: the database does not answer");
		}
	}

	private void append(String line) {
		try {
			Files.write(this.file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND,
					StandardOpenOption.DSYNC);
		}
		catch (IOException ex) {
			LOG.warn("no checkpoint of the audit log: {} cannot be written", this.file);
		}
	}

}

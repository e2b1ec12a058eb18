package se.uppdragskollen.web.page;

import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the statements that requests make, by what Spring says of them in its log.
 */
final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

	private final AtomicInteger count = new AtomicInteger();

	Statements() {
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
		this.logger.addAppender(this);
		start();
	}

	/** How many a request makes when it is made a second time. */
	int during(Runnable request) {
		request.run();
		this.count.set(0);
		request.run();
		return this.count.get();
	}

	@Override
	protected void append(ILoggingEvent event) {
		String said = event.getMessage();
		boolean statement = said.startsWith("Executing prepared SQL statement") || said.startsWith("Executing SQL ");
		if (statement && event.getThreadName().startsWith("http-")) {
			this.count.incrementAndGet();
		}
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

}

package se.uppdragskollen.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what waits, one by one, in a thread of its own: a mail server that is slow or
 * away keeps nobody waiting who uses the service.
 */
@Component
class MailWorker implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

	/** A server that is away is not asked for each notice. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Outbox outbox;

	private final Delivery delivery;

	private final MailSettings settings;

	private final Clock clock;

	private final AtomicBoolean busy = new AtomicBoolean();

	private ExecutorService thread = Executors.newSingleThreadExecutor();

	private volatile boolean running;

	private volatile Instant pauseUntil = Instant.MIN;

	MailWorker(Outbox outbox, Delivery delivery, MailSettings settings, Clock clock) {
		this.outbox = outbox;
		this.delivery = delivery;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 5000, initialDelay = 5000)
	void look() {
		if (this.running && this.settings.isOn() && !this.clock.instant().isBefore(this.pauseUntil)
				&& this.busy.compareAndSet(false, true)) {
			this.thread.execute(this::drain);
		}
	}

	/** Somebody waits for it. */
	@TransactionalEventListener
	void asked(SeeToMail.Asked event) {
		wake();
	}

	/** Tries at once, whether the server was away or not. */
	void wake() {
		this.pauseUntil = Instant.MIN;
		look();
	}

	private void drain() {
		try {
			while (this.running && step()) {
				// until nothing waits, or the server is away
			}
		}
		catch (DataAccessException ex) {
			LOG.warn("mail waits: {}", ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			LOG.error("mail cannot be sent", ex);
		}
		finally {
			this.busy.set(false);
		}
	}

	/**
	 * Sends one.
	 * @return whether it is worth while to go on
	 */
	boolean step() {
		Optional<Outgoing> taken = this.outbox.take();
		if (taken.isEmpty()) {
			return false;
		}
		Outgoing one = taken.get();
		String address = one.address();
		if (!one.wanted()) {
			this.outbox.declined(one);
			return true;
		}
		if (address == null) {
			this.outbox.givenUp(one, Answer.NO_ADDRESS.written());
			return true;
		}
		Delivery.Outcome outcome = this.delivery.send(one, address);
		if (outcome instanceof Delivery.Taken) {
			this.outbox.sent(one);
		}
		else if (outcome instanceof Delivery.Refused refused) {
			LOG.warn("notice {} is given up: the mail server refuses it", one.id());
			this.outbox.givenUp(one, refused.answer());
		}
		else if (outcome instanceof Delivery.NotNow later) {
			LOG.warn("notice {} is tried again later", one.id());
			this.outbox.failed(one, later.answer());
			if (later.away()) {
				this.pauseUntil = this.clock.instant().plus(PAUSE);
				return false;
			}
		}
		return true;
	}

	@Override
	public void start() {
		if (this.thread.isShutdown()) {
			this.thread = Executors.newSingleThreadExecutor();
		}
		this.busy.set(false);
		this.running = true;
	}

	/** What is being sent may end; what was not told sent is tried again. */
	@Override
	public void stop() {
		this.running = false;
		this.thread.shutdown();
		try {
			if (!this.thread.awaitTermination(10, TimeUnit.SECONDS)) {
				this.thread.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}

package se.uppdragskollen.assessment;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportSubmitted;
import se.uppdragskollen.statement.StatementChanged;

/**
 * Empties the queue: at once when something was handed in, and every few seconds in case
 * a service that stopped has left something.
 */
@Component
class EvaluationWorker implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(EvaluationWorker.class);

	/** How long who hands in waits for the result before it is left to come by itself. */
	private static final long PATIENCE_MILLIS = 2000;

	private static final int ALL = Integer.MAX_VALUE;

	private final EvaluationQueue queue;

	private final EvaluateReports evaluate;

	private final EvaluationRuns runs;

	private ExecutorService thread = Executors.newSingleThreadExecutor();

	private volatile boolean running;

	EvaluationWorker(EvaluationQueue queue, EvaluateReports evaluate, EvaluationRuns runs) {
		this.queue = queue;
		this.evaluate = evaluate;
		this.runs = runs;
	}

	@EventListener
	void submitted(ReportSubmitted event) {
		this.queue.ask(new ReportKey(event.unit(), event.assignment(), event.period()), "submission");
	}

	@EventListener
	void stated(StatementChanged event) {
		this.queue.askForUnits(event.assignment(), java.util.List.of(event.unit()), event.from(), event.to(),
				"statement", null);
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void afterSubmission(ReportSubmitted event) {
		await();
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void afterStatement(StatementChanged event) {
		await();
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
	void afterStart(EvaluationRuns.RunStarted event) {
		wake();
	}

	/** Starts work without waiting for it. */
	void wake() {
		if (this.running) {
			this.thread.execute(this::drain);
		}
	}

	private void await() {
		if (!this.running) {
			return;
		}
		try {
			CompletableFuture.runAsync(this::drain, this.thread).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			LOG.debug("the result comes later");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Scheduled(fixedDelay = 3000, initialDelay = 3000)
	void look() {
		wake();
	}

	/** Does all that waits, the tasks of a day one by one when they fail together. */
	void drain() {
		try {
			for (String assignment : this.queue.waiting()) {
				int most = ALL;
				while (this.running) {
					int done = step(assignment, most);
					if (done == 0) {
						break;
					}
					most = (done < 0) ? 1 : most;
				}
			}
			this.runs.finish();
		}
		catch (RuntimeException ex) {
			LOG.warn("evaluation waits: {}", ex.getClass().getSimpleName());
		}
	}

	/** How many were done; below zero when they failed. */
	private int step(String assignment, int most) {
		try {
			return this.evaluate.next(assignment, most);
		}
		catch (org.springframework.dao.DataAccessResourceFailureException
				| org.springframework.transaction.TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			LOG.error("evaluation failed, {} at a time", (most == 1) ? "one" : "a day", ex);
			if (most == 1) {
				this.evaluate.postpone(assignment);
			}
			return -1;
		}
	}

	@Override
	public void start() {
		if (this.thread.isShutdown()) {
			this.thread = Executors.newSingleThreadExecutor();
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.shutdown();
		try {
			if (!this.thread.awaitTermination(15, TimeUnit.SECONDS)) {
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

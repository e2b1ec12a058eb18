package se.uppdragskollen.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.followup.AnswersNearDue;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportsNearDue;

/**
 * Reminds centres of what is due, once before and once after each deadline. Several
 * instances may do it at once: a deadline is told once to each person.
 */
@Component
class RemindOfDeadlines {

	/** Whoever begins to send mail does not tell of all that was ever late. */
	private static final int DAYS_LATE = 7;

	private static final Logger LOG = LoggerFactory.getLogger(RemindOfDeadlines.class);

	private final ReportsNearDue reports;

	private final AnswersNearDue answers;

	private final Notices notices;

	private final Outbox outbox;

	private final MailSettings settings;

	private final TransactionTemplate transactions;

	private final Clock clock;

	RemindOfDeadlines(ReportsNearDue reports, AnswersNearDue answers, Notices notices, Outbox outbox,
			MailSettings settings, TransactionTemplate transactions, Clock clock) {
		this.reports = reports;
		this.answers = answers;
		this.notices = notices;
		this.outbox = outbox;
		this.settings = settings;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 900_000, initialDelay = 60_000)
	void look() {
		try {
			remind();
			this.outbox.forget();
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("reminders wait: {}", ex.getClass().getSimpleName());
		}
	}

	/** Writes what is to be reminded of today. */
	void remind() {
		if (!this.settings.isOn()) {
			return;
		}
		LocalDate today = LocalDate.now(this.clock);
		Map<String, List<ReportKey>> reports = new LinkedHashMap<>();
		Map<String, LocalDate> days = new LinkedHashMap<>();
		this.reports.find(DAYS_LATE).forEach((one) -> {
			String group = one.key().unit() + " " + one.due();
			reports.computeIfAbsent(group, (key) -> new ArrayList<>()).add(one.key());
			days.put(group, one.due());
		});
		reports.forEach((group, keys) -> tell(group, keys, days.getOrDefault(group, today), today));
		Map<String, List<AnswersNearDue.Waited>> answers = new LinkedHashMap<>();
		this.answers.find(DAYS_LATE)
			.forEach((one) -> answers.computeIfAbsent(one.unit() + " " + one.due(), (key) -> new ArrayList<>())
				.add(one));
		answers.forEach((group, some) -> {
			AnswersNearDue.Waited first = some.get(0);
			once(first.unit(), Told.of(NoticeKind.ANSWER_DUE, first.unit(), first.id(), first.due(), some.size() > 1),
					"answer " + group + (first.due().isBefore(today) ? " late" : " soon"));
		});
	}

	private void tell(String group, List<ReportKey> keys, LocalDate due, LocalDate today) {
		NoticeKind kind = due.isBefore(today) ? NoticeKind.REPORT_LATE : NoticeKind.REPORT_SOON;
		once(keys.get(0).unit(), Told.of(kind, keys.get(0), due, keys.size() > 1), kind.word() + " " + group);
	}

	/** A transaction for each centre: none waits for all the others. */
	private void once(String unit, Told told, String key) {
		this.transactions.executeWithoutResult(
				(status) -> this.notices.addOnce(this.notices.ofCentre(unit, told.kind(), null), told, key));
	}

}

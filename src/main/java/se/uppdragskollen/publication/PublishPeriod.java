package se.uppdragskollen.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.JudgedReports;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.calendar.WorkingDays;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.request.Refusal;

/**
 * A reviewer shows residents the figures of a period, after the centres have had their
 * say. A correction is a new publication of the same period, which replaces the one
 * before.
 */
@Component
@Transactional
@EnableConfigurationProperties(PublicationSettings.class)
public class PublishPeriod {

	private final Publications publications;

	private final PeriodContents contents;

	private final JudgedReports reports;

	private final Editions editions;

	private final PublicationSettings settings;

	private final Audit audit;

	private final Clock clock;

	private final TransactionTemplate steady;

	private final TransactionTemplate writing;

	private final WorkingDays workingDays = new WorkingDays();

	PublishPeriod(Publications publications, PeriodContents contents, JudgedReports reports, Editions editions,
			PublicationSettings settings, Audit audit, Clock clock, PlatformTransactionManager transactions) {
		this.publications = publications;
		this.contents = contents;
		this.reports = reports;
		this.editions = editions;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
		this.steady = new TransactionTemplate(transactions);
		this.steady.setReadOnly(true);
		this.steady.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.writing = new TransactionTemplate(transactions);
	}

	/** The periods that have figures for residents, the newest first. */
	@Transactional(readOnly = true)
	public List<PublishablePeriod> periods(Actor actor) {
		actor.require(Act.READ_OVERVIEW);
		Map<String, Publication> newest = this.publications.newest();
		List<PublishedEdition> all = this.editions.all().stream().filter(PublishedEdition::current).toList();
		List<PublishablePeriod> periods = new ArrayList<>();
		for (JudgedReports.ReportedPeriod one : this.reports.periods()) {
			all.stream()
				.filter((edition) -> edition.assignment().equals(one.assignment())
						&& !edition.from().isAfter(one.period().to()) && !edition.to().isBefore(one.period().to()))
				.findFirst()
				.map((edition) -> this.editions.revision(edition.revision()))
				.filter((edition) -> Columns.any(edition, one.period().kind()))
				.ifPresent((edition) -> periods.add(period(edition, one.period(), one.reports(),
						newest.get(Publications.key(one.assignment(), one.period())))));
		}
		return periods;
	}

	private PublishablePeriod period(Edition edition, Period period, int reports, @Nullable Publication newest) {
		LocalDate due = period.to().plusDays(edition.followUpSettings().reportWithin(period.kind()));
		LocalDate from = this.workingDays.plus(due, this.settings.commentDays()).plusDays(1);
		return new PublishablePeriod(edition.assignment(), period, edition.id(), reports, due, from,
				!LocalDate.now(this.clock).isBefore(from), newest);
	}

	/**
	 * What residents would see if the period were published now, all of it as it stands
	 * at one moment.
	 * @throws Refusal when the period has no figures for residents
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Preview preview(Actor actor, String assignment, Period period) {
		actor.require(Act.READ_OVERVIEW);
		Edition edition = edition(assignment, period);
		List<Publication> before = this.publications.ofPeriod(assignment, period);
		PeriodContents.Drawn drawn = this.contents.draw(edition, period);
		int reports = this.reports.count(assignment, period);
		PublishablePeriod stands = period(edition, period, reports, before.isEmpty() ? null : before.get(0));
		List<Preview.Lacking> lacking = drawn.lacking()
			.stream()
			.map((one) -> actor.own().contains(one.centre().id()) ? one.untold() : one)
			.toList();
		return new Preview(stands, drawn.content(), lacking, drawn.results(), stands.shown() ? stands.newest() : null);
	}

	private Edition edition(String assignment, Period period) {
		return Optional.of(period)
			.filter((one) -> this.reports.count(assignment, one) > 0)
			.flatMap((one) -> this.editions.inForceOn(assignment, one.to()))
			.filter((one) -> Columns.any(one, period.kind()))
			.orElseThrow(() -> Refusal.notFound("period-not-publishable", assignment, period));
	}

	/** All publications of a period, the newest first. */
	@Transactional(readOnly = true)
	public List<Publication> history(Actor actor, String assignment, Period period) {
		actor.require(Act.READ_OVERVIEW);
		return this.publications.ofPeriod(assignment, period);
	}

	/**
	 * Publishes a period. What is published is drawn up as it stands at one moment; only
	 * then does the writing begin, which reads what others have written meanwhile, as the
	 * log of who did what must.
	 * @param seen the fingerprint of what the reviewer looked at: nothing else is
	 * published
	 * @param reason why it is published anew; not asked for the first time
	 * @return what is published
	 * @throws Refusal when it is too early, when nothing has changed since the last time,
	 * or when something has since the reviewer looked at it
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Publication publish(Actor actor, String assignment, Period period, String seen, String reason) {
		actor.require(Act.PUBLISH);
		if (!actor.own().isEmpty()) {
			throw Refusal.forbidden("publication-own-unit");
		}
		Preview preview = Objects.requireNonNull(this.steady.execute((status) -> preview(actor, assignment, period)));
		if (!preview.period().open()) {
			throw Refusal.conflict("publication-too-early", preview.period().from());
		}
		if (!preview.content().fingerprint().equals(seen)) {
			throw Refusal.conflict("publication-changed");
		}
		return Objects.requireNonNull(this.writing.execute((status) -> publish(actor, preview, reason)));
	}

	private Publication publish(Actor actor, Preview preview, String reason) {
		Content content = preview.content();
		Publication newest = preview.period().newest();
		this.publications.lock();
		if (!this.publications.ofPeriod(content.assignment(), content.period())
			.stream()
			.limit(1)
			.toList()
			.equals(Optional.ofNullable(newest).stream().toList())) {
			throw Refusal.conflict("publication-changed");
		}
		if (preview.before() != null && preview.before().fingerprint().equals(content.fingerprint())) {
			throw Refusal.conflict("publication-same");
		}
		String why = (newest == null) ? "" : Reasons.required(reason);
		Timestamp now = Timestamp.from(this.clock.instant());
		long id = this.publications.add(content, preview.results(), (newest == null) ? null : newest.id(), why,
				actor.person(), now);
		this.audit.note(actor, "publish", "publication:" + id, null,
				Map.of("assignment", content.assignment(), "period", content.period().toString(), "edition",
						content.edition(), "revision", content.revision(), "fingerprint", content.fingerprint(),
						"smallest_group", content.smallestGroup(), "replaces", (newest == null) ? 0 : newest.id()));
		return this.publications.find(id).orElseThrow();
	}

}

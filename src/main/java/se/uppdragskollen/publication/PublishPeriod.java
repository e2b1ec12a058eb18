package se.uppdragskollen.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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

	private final WorkingDays workingDays = new WorkingDays();

	PublishPeriod(Publications publications, PeriodContents contents, JudgedReports reports, Editions editions,
			PublicationSettings settings, Audit audit, Clock clock) {
		this.publications = publications;
		this.contents = contents;
		this.reports = reports;
		this.editions = editions;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
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
	 * What residents would see if the period were published now.
	 * @throws Refusal when the period has no figures for residents
	 */
	@Transactional(readOnly = true)
	public Preview preview(Actor actor, String assignment, Period period) {
		actor.require(Act.READ_OVERVIEW);
		Edition edition = edition(assignment, period);
		List<Publication> before = this.publications.ofPeriod(assignment, period);
		PeriodContents.Drawn drawn = this.contents.draw(edition, period);
		int reports = this.reports.count(assignment, period);
		PublishablePeriod stands = period(edition, period, reports, before.isEmpty() ? null : before.get(0));
		return new Preview(stands, drawn.content(), drawn.lacking(), stands.shown() ? stands.newest() : null);
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
	 * Publishes a period.
	 * @param seen the fingerprint of what the reviewer looked at: nothing else is
	 * published
	 * @param reason why it is published anew; not asked for the first time
	 * @return what is published
	 * @throws Refusal when it is too early, when nothing has changed since the last time,
	 * or when something has since the reviewer looked at it
	 */
	public Publication publish(Actor actor, String assignment, Period period, String seen, String reason) {
		actor.require(Act.PUBLISH);
		if (!actor.own().isEmpty()) {
			throw Refusal.forbidden("publication-own-unit");
		}
		this.publications.lock();
		Preview preview = preview(actor, assignment, period);
		Publication newest = preview.period().newest();
		if (!preview.period().open()) {
			throw Refusal.conflict("publication-too-early", preview.period().from());
		}
		if (!preview.content().fingerprint().equals(seen)) {
			throw Refusal.conflict("publication-changed");
		}
		if (preview.before() != null && preview.before().fingerprint().equals(seen)) {
			throw Refusal.conflict("publication-same");
		}
		String why = (newest == null) ? "" : Reasons.required(reason);
		Timestamp now = Timestamp.from(this.clock.instant());
		long id = this.publications.add(preview.content(), (newest == null) ? null : newest.id(), why, actor.person(),
				now);
		this.audit.note(actor, "publish", "publication:" + id, null,
				Map.of("assignment", assignment, "period", period.toString(), "edition", preview.content().edition(),
						"revision", preview.content().revision(), "fingerprint", seen, "smallest_group",
						preview.content().smallestGroup(), "replaces", (newest == null) ? 0 : newest.id()));
		return this.publications.find(id).orElseThrow();
	}

}

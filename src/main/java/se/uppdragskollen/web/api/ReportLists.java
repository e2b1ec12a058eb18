package se.uppdragskollen.web.api;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.selfreport.DeadlineMove;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.Evidence;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.VersionSummary;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.web.Listing;

/**
 * The lists of self-reports and of what belongs to one, as files. Every row says whose
 * report it is about, so that files of many units can be put together.
 */
@Component
class ReportLists {

	private final FindUnits units;

	private final Editions editions;

	private final Audit audit;

	ReportLists(FindUnits units, Editions editions, Audit audit) {
		this.units = units;
		this.editions = editions;
		this.audit = audit;
	}

	/** The reports that units owe. */
	Listing<DueReport> due() {
		Titles titles = new Titles(this.editions);
		return Listing.<DueReport>of("reports", DueReports.KEYS)
			.column("unit", DueReport::unit)
			.column("name", DueReport::unitName)
			.column("assignment", DueReport::assignment)
			.column("period", DueReport::period)
			.column("edition", DueReport::edition)
			.column("edition-title", (one) -> titles.edition(one.assignment(), one.edition()))
			.column("due", DueReport::due)
			.column("deadline-moved", DueReport::moved)
			.words("state", "due-status", DueReport::status)
			.column("draft-open", DueReport::draft)
			.column("report-version", DueReport::latest)
			.column("handed-in", DueReport::handedIn);
	}

	/** What was handed in. */
	Listing<VersionSummary> versions(Actor actor, ReportKey key) {
		Titles titles = new Titles(this.editions);
		return this.<VersionSummary>of("versions", actor, key)
			.column("report-version", VersionSummary::number)
			.column("edition", VersionSummary::edition)
			.column("edition-title", (one) -> titles.edition(key.assignment(), one.edition()))
			.column("revision", VersionSummary::revision)
			.column("fingerprint", VersionSummary::fingerprint)
			.column("reason", VersionSummary::reason)
			.column("signed-by", VersionSummary::signedBy)
			.column("signed-at", VersionSummary::signedAt);
	}

	/** The moves of the deadline. */
	Listing<DeadlineMove> deadlines(Actor actor, ReportKey key) {
		return this.<DeadlineMove>of("deadlines", actor, key)
			.column("due", DeadlineMove::due)
			.column("reason", DeadlineMove::reason)
			.column("moved-by", DeadlineMove::movedBy)
			.column("moved-at", DeadlineMove::movedAt);
	}

	/** The files that the report rests on. */
	Listing<Evidence> evidence(Actor actor, ReportKey key) {
		Titles titles = new Titles(this.editions);
		return this.<Evidence>of("evidence", actor, key)
			.column("evidence", Evidence::id)
			.column("file-name", Evidence::name)
			.column("media-type", Evidence::mediaType)
			.column("size", Evidence::size)
			.column("hash", Evidence::sha256)
			.column("requirement", Evidence::requirement)
			.column("requirement-title",
					(one) -> titles.requirement(key.assignment(), key.period().to(), one.requirement()))
			.column("added-by", Evidence::addedBy)
			.column("added-at", Evidence::addedAt)
			.column("withdrawn", Evidence::withdrawn)
			.column("submitted", Evidence::submitted);
	}

	/** Notes that a list of what belongs to a report was taken out. */
	void exported(Actor actor, String list, ReportKey key) {
		this.audit.noteAlone(actor.auditName(), "exported", list, key.unit(), Map.of("report", key.subject()));
	}

	private <T> Listing<T> of(String name, Actor actor, ReportKey key) {
		Supplier<RegisteredUnit> unit = SingletonSupplier.of(() -> this.units.one(actor, key.unit()));
		return Listing.<T>of(name)
			.column("unit", (one) -> key.unit())
			.column("name", (one) -> unit.get().name())
			.column("assignment", (one) -> key.assignment())
			.column("period", (one) -> key.period());
	}

}

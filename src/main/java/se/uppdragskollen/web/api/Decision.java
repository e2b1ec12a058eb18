package se.uppdragskollen.web.api;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.CaseView;
import se.uppdragskollen.web.Listing;

/**
 * A row of the file of earlier decisions: a case with many has as many rows.
 *
 * @param row the case
 * @param act what was decided, null when nothing was
 */
record Decision(CaseRow row, CaseView.@Nullable ActView act) {

	static List<Decision> of(List<CaseView.Precedent> precedents) {
		return precedents.stream()
			.flatMap((one) -> one.acts().isEmpty() ? Stream.of(new Decision(one.row(), null))
					: one.acts().stream().map((act) -> new Decision(one.row(), act)))
			.toList();
	}

	static Listing<Decision> listing(Titles titles) {
		return Listing.<Decision>of("precedents")
			.column("case", (one) -> one.row().id())
			.column("unit", (one) -> one.row().unit())
			.column("name", (one) -> one.row().unitName())
			.column("requirement", (one) -> one.row().requirement())
			.column("title", (one) -> one.row().title())
			.words("finding", "finding", (one) -> one.row().kind())
			.words("severity", "severity", (one) -> one.row().severity())
			.words("course", "course", (one) -> one.row().course())
			.words("state", "case-state", (one) -> one.row().state())
			.column("first-period", (one) -> one.row().firstPeriod())
			.column("last-period", (one) -> one.row().lastPeriod())
			.column("act", (one) -> (one.act() == null) ? null : one.act().actText())
			.column("decision-reason", (one) -> (one.act() == null) ? null : one.act().text())
			.column("decided-by", Decision::by)
			.column("decided-at", (one) -> (one.act() == null) ? null : one.act().at())
			.column("edition", (one) -> one.row().edition())
			.column("edition-title", (one) -> titles.edition(one.row().assignment(), one.row().edition()));
	}

	/** Who decided, by name. */
	private @Nullable String by() {
		return (this.act == null || this.act.by() == null) ? null : this.act.by().name();
	}

}

package se.uppdragskollen.web.review;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.RegisterValueFilter;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.statement.StatedSignal;
import se.uppdragskollen.web.history.Overview;
import se.uppdragskollen.web.history.TellHistory;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.RegisterRow;

/**
 * Finds what others say of what a case is about: signals on the requirement, or on the
 * work as a whole where its rules ask a counterpart; what registers have of the figures
 * that were compared, in the newest period; comparable centres; exemptions.
 */
@Component
class FindOtherSources {

	/** Signals and exemptions that are shown. */
	private static final int SOME = 6;

	private final FindStatements statements;

	private final TellHistory history;

	private final Editions editions;

	FindOtherSources(FindStatements statements, TellHistory history, Editions editions) {
		this.statements = statements;
		this.history = history;
		this.editions = editions;
	}

	/**
	 * Finds them.
	 * @param explained what the case's results say of the requirement
	 */
	OtherSources find(Actor actor, CaseRow row, Collection<Explained> explained, Say say) {
		Set<String> elements = new HashSet<>();
		Set<String> counterparts = new HashSet<>();
		explained.forEach((one) -> one.outcome().path("obligations").forEach((obligation) -> {
			elements.addAll(obligation.path("elements").propertyNames());
			obligation.path("missing").forEach((missing) -> elements.add(missing.asString()));
			counterparts.add(obligation.path("counterpart").asString(""));
		}));
		return new OtherSources(signals(actor, row, counterparts), registers(actor, row, elements, say),
				lines(actor, row, say),
				this.statements
					.exemptions(actor, new ExemptionFilter(row.unit(), row.assignment(), row.requirement(), null),
							PageRequest.of(SOME, null, 1))
					.items());
	}

	private List<StatedSignal> signals(Actor actor, CaseRow row, Set<String> counterparts) {
		return this.statements
			.signals(actor, new SignalFilter(row.unit(), row.assignment(), null, null, null, false),
					PageRequest.of(PageRequest.MOST, null, 2))
			.items()
			.stream()
			.filter((one) -> row.requirement().equals(one.requirement())
					|| one.requirement() == null && counterparts.contains(one.counterpart().word()))
			.limit(SOME)
			.toList();
	}

	private List<RegisterRow> registers(Actor actor, CaseRow row, Set<String> elements, Say say) {
		return RegisterRow.of(this.statements
			.registerValues(actor,
					new RegisterValueFilter(row.unit(), row.assignment(), row.lastPeriod().toString(), null, null,
							false),
					PageRequest.of(PageRequest.MOST, null, 2))
			.items()
			.stream()
			.filter((one) -> elements.contains(one.element()))
			.toList(), this.editions, say);
	}

	private List<Overview.Line> lines(Actor actor, CaseRow row, Say say) {
		return this.history.overview(actor, row.unit(), say)
			.stream()
			.filter((one) -> one.assignment().equals(row.assignment()))
			.flatMap((one) -> one.chapters().stream())
			.flatMap((one) -> one.rows().stream())
			.filter((one) -> one.id().equals(row.requirement()))
			.flatMap((one) -> one.lines().stream())
			.toList();
	}

}

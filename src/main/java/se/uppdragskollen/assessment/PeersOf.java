package se.uppdragskollen.assessment;

import java.util.List;
import java.util.Set;

import se.uppdragskollen.evaluation.Memory;
import se.uppdragskollen.evaluation.PeerGroups;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.unit.RegisteredUnits;

/**
 * Fills one report with its past and its peers, leaving no trace.
 */
final class PeersOf {

	private PeersOf() {
	}

	static Report filled(Traces traces, RegisteredUnits units, Memory memory, Report report) {
		Report remembered = memory.remember(report,
				traces.ofUnits(report.assignment(), Set.of(report.unit()), report.period().to())
					.getOrDefault(report.unit(), List.of())
					.stream()
					.filter((trace) -> !trace.period().equals(report.period()))
					.toList());
		if (memory.peers(report.period().kind()).isEmpty()) {
			return remembered;
		}
		PeerGroups groups = new PeerGroups(units::comparable);
		traces.notePeers(report.assignment(), Set.of(report.period()), groups);
		return memory.compare(remembered, (id) -> groups.peers(report.unit(), report.period(), id));
	}

}

package se.uppdragskollen.web.review;

import java.util.List;

import se.uppdragskollen.statement.StatedExemption;
import se.uppdragskollen.statement.StatedSignal;
import se.uppdragskollen.web.history.Overview;
import se.uppdragskollen.web.reading.RegisterRow;

/**
 * What others than the centre's own report say of what a case is about.
 *
 * @param signals what counterparts say of it, and the centre of them, the newest first
 * @param registers what registers say of the figures that the requirement looks at
 * @param lines the figures beside those of comparable centres
 * @param exemptions those asked for and granted
 */
public record OtherSources(List<StatedSignal> signals, List<RegisterRow> registers, List<Overview.Line> lines,
		List<StatedExemption> exemptions) {

	public boolean isEmpty() {
		return this.signals.isEmpty() && this.registers.isEmpty() && this.lines.isEmpty() && this.exemptions.isEmpty();
	}

}

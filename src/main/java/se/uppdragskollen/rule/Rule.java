package se.uppdragskollen.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;

/**
 * A rule as read: WHEN its scope concerns a report THEN its statements.
 *
 * @param file the file it stands in
 * @param position where the rule begins
 * @param chapter the file's stem
 * @param name the requirement's id and a plain sentence
 * @param requirement the requirement it speaks of
 * @param scope whom it concerns, or null for every report
 * @param statements what it says, at least one
 */
public record Rule(String file, Position position, String chapter, String name, String requirement,
		@Nullable Condition scope, List<Statement> statements) {

	public Rule withScope(@Nullable Condition other) {
		return new Rule(this.file, this.position, this.chapter, this.name, this.requirement, other, this.statements);
	}

	public Rule withStatements(List<Statement> others) {
		return new Rule(this.file, this.position, this.chapter, this.name, this.requirement, this.scope, others);
	}

	public Rule withName(String other) {
		return new Rule(this.file, this.position, this.chapter, other, this.requirement, this.scope, this.statements);
	}

}

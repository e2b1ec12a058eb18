package se.uppdragskollen.evaluation;

import java.math.BigDecimal;

import se.uppdragskollen.rule.Statement;

/**
 * Points or money that a rule grants; never decided by findings.
 *
 * @param requirement the requirement's id
 * @param kind points or an amount in kronor
 * @param value how much
 */
public record Credit(String requirement, Statement.CreditWord kind, BigDecimal value) {

}

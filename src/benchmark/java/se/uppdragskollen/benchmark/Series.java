package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A fact: an element's earlier values by how many periods back, null where there is none.
 */
public record Series(String element, List<@Nullable BigDecimal> back) {

}

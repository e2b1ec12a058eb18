package se.uppdragskollen.publication;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The attack on the public page is worth something: it finds what others would.
 */
class DeductionTests {

	private final Deduction attacker = new Deduction(10);

	@Test
	void takesAPartFromItsWhole() {
		this.attacker.sum("all", "some", "rest");
		this.attacker.told("all", 1313);
		this.attacker.told("some", 1309);
		assertThat(this.attacker.values("rest", 10)).containsExactly(4L);
	}

	@Test
	void takesAShareTimesItsWhole() {
		this.attacker.sum("all", "some", "rest");
		this.attacker.told("all", 405);
		this.attacker.share("some", "all", new BigDecimal("99.0"));
		assertThat(this.attacker.values("rest", 10)).containsExactly(4L);
	}

	@Test
	void remembersWhatWasShownBeforeACorrection() {
		this.attacker.sum("all1", "some1", "rest1");
		this.attacker.told("all1", 1100);
		this.attacker.told("some1", 995);
		this.attacker.sum("all2", "some2", "rest2");
		this.attacker.told("all2", 1000);
		this.attacker.oneIsSmall("some2", "rest2");
		assertThat(this.attacker.values("rest2", 100)).as("it may be either").hasSize(20);
		this.attacker.same("some1", "some2");
		assertThat(this.attacker.values("rest2", 100)).containsExactly(5L);
	}

	@Test
	void setsTwoWholesAgainstEachOther() {
		for (String time : new String[] { "1", "2" }) {
			this.attacker.sum("all" + time, "some" + time, "rest" + time);
			this.attacker.oneIsSmall("rest" + time);
		}
		this.attacker.told("all1", 1000);
		this.attacker.told("all2", 1009);
		this.attacker.same("some1", "some2");
		assertThat(this.attacker.values("some1", 100)).containsExactly(1000L);
	}

	@Test
	void knowsWhatItDoesNotKnow() {
		this.attacker.sum("all", "some", "rest");
		this.attacker.told("all", 1000);
		this.attacker.oneIsSmall("some", "rest");
		assertThat(this.attacker.values("some", 100)).hasSize(20).contains(0L, 9L, 991L, 1000L);
		this.attacker.large("some");
		assertThat(this.attacker.values("some", 100)).hasSize(10);
	}

}

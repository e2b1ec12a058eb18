package se.uppdragskollen.demo;

/**
 * What a centre is like, each in standard deviations from the mean. What belongs together
 * goes together: crowded centres hire more and have patients wait, those that hire much
 * have less continuity.
 *
 * @param crowding many listed per doctor
 * @param hiring much hired staff
 * @param access short waits
 * @param continuity the patients meet the same doctor
 * @param satisfaction what the patients say
 * @param development how far the new ways of working have come
 */
record Traits(double crowding, double hiring, double access, double continuity, double satisfaction,
		double development) {

	static Traits of(Chance chance) {
		double crowding = chance.normal("crowding");
		double hiring = 0.5 * crowding + 0.87 * chance.normal("hiring");
		double access = -0.6 * crowding + 0.8 * chance.normal("access");
		double continuity = -0.6 * hiring + 0.8 * chance.normal("continuity");
		double satisfaction = 0.4 * access + 0.5 * continuity + 0.77 * chance.normal("satisfaction");
		double development = 0.3 * continuity + 0.95 * chance.normal("development");
		return new Traits(crowding, hiring, access, continuity, satisfaction, development);
	}

}

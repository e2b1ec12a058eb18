package se.uppdragskollen.demo;

import java.util.List;
import java.util.Map;

import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.report.Flag;

/**
 * What counterparts write beside their signals.
 */
final class Voices {

	private static final Map<Counterpart, Map<Flag, List<String>>> TEXTS = Map.of(Counterpart.MUNICIPALITY,
			Map.of(Flag.GREEN, List.of("Vi når dem vi behöver.", "Läkaren kommer när vår sjuksköterska ber om det."),
					Flag.YELLOW,
					List.of("Det tar ibland ett par dagar att få besked.", "Fungerar på dagtid men inte på fredagar."),
					Flag.RED,
					List.of("Vi får inte tag i någon läkare när det brådskar.",
							"Ingen kom på samordningsmötena i höstas.")),
			Counterpart.HOSPITAL,
			Map.of(Flag.GREEN, List.of("Utskrivningarna fungerar.", "Vi får snabbt svar om uppföljning."), Flag.YELLOW,
					List.of("Kallelserna till SIP kommer ibland sent.", "Remisserna saknar ofta uppgift om läkemedel."),
					Flag.RED,
					List.of("Utskrivningsklara blir kvar för att ingen tar emot.", "Vi får inga svar på meddelanden.")),
			Counterpart.PSYCHIATRY,
			Map.of(Flag.GREEN, List.of("Remisserna är tydliga.", "Vi har bra möten varje kvartal."), Flag.YELLOW,
					List.of("Remisserna kunde vara fylligare.", "Oklart vem som har ansvaret i väntan på besök."),
					Flag.RED, List.of("Remisser kommer utan bedömning.", "Avstämningsmötena har upphört.")),
			Counterpart.PATIENTS,
			Map.of(Flag.GREEN, List.of("Patientrådet är nöjt.", "Lätt att få kontakt och vänligt bemötande."),
					Flag.YELLOW, List.of("Svårt att få träffa samma läkare.", "Det är långa köer på måndagar."),
					Flag.RED, List.of("Många får inte kontakt alls.", "Vi hänvisas runt och får aldrig besked.")));

	private Voices() {
	}

	static String of(Counterpart from, Flag flag, int which) {
		return TEXTS.getOrDefault(from, Map.of()).getOrDefault(flag, List.of("–", "–")).get(which);
	}

}

package io.orderloom.money;

import java.util.Map;
import java.util.Set;

/**
 * An ISO 4217 currency with the exponent that this project pins, so that no update of a runtime's
 * locale data can move a decimal point in stored books.
 *
 * @param code three upper-case letters
 */
public record Currency(String code) {
    private static final Set<String> TWO_DECIMALS =
            Set.of(
                    ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD"
                                    + " BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN"
                                    + " ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR"
                                    + " IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK"
                                    + " MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK"
                                    + " PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP"
                                    + " STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES"
                                    + " WST XCD XCG YER ZAR ZMW ZWG")
                            .split(" "));
    private static final Map<String, Integer> OTHERS =
            Map.ofEntries(
                    Map.entry("BIF", 0),
                    Map.entry("CLP", 0),
                    Map.entry("DJF", 0),
                    Map.entry("GNF", 0),
                    Map.entry("ISK", 0),
                    Map.entry("JPY", 0),
                    Map.entry("KMF", 0),
                    Map.entry("KRW", 0),
                    Map.entry("PYG", 0),
                    Map.entry("RWF", 0),
                    Map.entry("UGX", 0),
                    Map.entry("VND", 0),
                    Map.entry("VUV", 0),
                    Map.entry("XAF", 0),
                    Map.entry("XOF", 0),
                    Map.entry("XPF", 0),
                    Map.entry("BHD", 3),
                    Map.entry("IQD", 3),
                    Map.entry("JOD", 3),
                    Map.entry("KWD", 3),
                    Map.entry("LYD", 3),
                    Map.entry("OMR", 3),
                    Map.entry("TND", 3),
                    Map.entry("CLF", 4),
                    Map.entry("UYW", 4));

    /**
     * @throws IllegalArgumentException for a code that ISO 4217 does not list as tender
     */
    public Currency {
        if (!TWO_DECIMALS.contains(code) && !OTHERS.containsKey(code)) {
            throw new IllegalArgumentException("'" + code + "' is no ISO 4217 currency");
        }
    }

    /** Decimals of the minor unit: 2 for most, 0 for JPY, 3 for KWD. */
    public int exponent() {
        return OTHERS.getOrDefault(code, 2);
    }

    @Override
    public String toString() {
        return code;
    }
}

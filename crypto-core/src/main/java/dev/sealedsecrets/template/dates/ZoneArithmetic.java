package dev.sealedsecrets.template.dates;

/** From what a clock in a zone shows back to the moment. */
final class ZoneArithmetic {
    private ZoneArithmetic() {}

    /**
     * The epoch second at which clocks of a zone show {@code local} (as if it were UTC). Where the clocks skip or repeat a time, one
     * of the two offsets around it is taken, as Go does.
     */
    static long toEpoch(long local, Zone zone) {
        int guess = zone.at(local).offset();
        long epoch = local - guess;
        int actual = zone.at(epoch).offset();
        if (actual == guess) {
            return epoch;
        }
        long other = local - actual;
        return zone.at(other).offset() == actual ? other : epoch;
    }
}

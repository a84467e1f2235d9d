package io.orderloom.topology;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Adler32;

/**
 * Text that is likely in bodies, known beforehand and so never stored (RFC 1950, "preset
 * dictionary"). With the dictionary a small body takes a third of the size that it takes without,
 * which saves a write unit for most items.
 *
 * <p>Packed bytes name their dictionary by its checksum and can't be read without it, so a
 * dictionary that was ever used stays unchanged for as long as the table. To add words, add another
 * dictionary, which one release reads and the next one writes. The most frequent text comes last,
 * where a reference to it is shortest.
 */
final class PackingDictionary {
    private static final byte[] FIRST =
            """
            {"name":"","email":"@","phone":"","shipTo":{"name":"","lines":[""],"city":"",\
            "region":"","postalCode":"","country":"US"},"billTo":{{"task":"postponed",\
            "failures":1,"token":2,"notBefore":"{"task":"in-doubt","settlesAt":"{\
            "task":"claimed","failures":0,"token":1,"until":"{"id":"","channel":{\
            "type":"ECOMMERCE","platform":"shopify","instance":""},"references":[{\
            "system":"shopify","kind":"order-name","id":"#"}],"sourceRevision":"","placedAt":"",\
            "sellingZone":"America/New_York","businessDate":"20","flags":{"test":false,\
            "taxesIncluded":false,"taxExempt":false},"customer":{"kind":"GUEST"REGISTERED",\
            "references":[{"system":"shopify","kind":"customer","id":""}]},"lines":[{\
            "lineId":"1","sourceLineId":"","type":"PRODUCT","sku":"","gtin":"","title":"",\
            "quantity":"1","uom":"C62","unitPrice":"","discountAllocations":[{"application":0,\
            "amount":" USD"}],"taxLines":[{"jurisdiction":"","rate":0.0,"amount":" USD",\
            "included":false,"collectedBy":"MERCHANT"}],"total":" USD","requiresShipping":true},\
            {"lineId":"2","discounts":[{"index":0,"code":"","title":"","target":"LINE",\
            "funding":"MERCHANT","amount":" USD"}],"shippingCharges":[{"chargeId":"","code":"",\
            "title":"Standard","price":" USD","taxLines":[],"total":" USD"}],\
            "fulfilmentGroups":[{"mode":"SHIP","lineIds":["1","2"]}],"paymentStatus":"PAID",\
            "captured":" USD","declared":{"lines":" USD","shipping":" USD","discounts":" USD",\
            "tax":" USD","total":" USD"}}{"digest":"","changeSet":{"orderId":"","version":,\
            "factKey":"","occurredAt":"20","correlationId":"","changes":[{\
            "change":"exception-raised","exception":{"fingerprint":"",\
            "type":"PAYLOAD"CONFLICT"REFUND"TASK","path":"","detail":"",\
            "owner":"INTEGRATION_TEAM"ERP_TEAM"FINANCE"CUSTOMER_SERVICE","raisedAt":"",\
            "correlationId":"","moneyAtRisk":" USD"}},{"change":"exception-resolved",\
            "fingerprint":"","how":"","resolvedAt":"{"change":"task-requested",\
            "name":"refund/1","task":"REFUND","ordinal":1,{"change":"task-requested",\
            "name":"erp-cancel/1","task":"ERP_CANCEL","ordinal":1,{"change":"task-requested",\
            "name":"erp-post/1","task":"ERP_POST","ordinal":1,"correlationId":"{\
            "change":"applied","fact":{"fact":"order-cancelled"refund-settled"erp-cancelled",\
            "provenance":{"key":"shopify/|order-cancelled||1",\
            "role":"COMMERCE"WAREHOUSE"MIDDLEWARE"ERP",{"change":"applied","fact":{\
            "fact":"erp-invoiced","provenance":{"key":"erp/|erp-invoiced||1","role":"ERP",\
            "occurredAt":"20","recordedAt":"20","correlationId":""},"orderId":"",\
            "number":"INV-","units":[{"lineId":"1","quantity":"1"},{"lineId":"2","quantity":"1"}\
            ],"amount":" USD","charges":" USD"}},{"change":"told",\
            "name":"invoiced/erp/|erp-invoiced||1","type":"INVOICED","occurredAt":"",\
            "correlationId":"","data":{"amount":"","currency":"USD","invoice":"INV-",\
            "units":"1=1"}}],"schema":2}}{"fact":"allocated","provenance":{\
            "key":"wms/|allocated||1","role":"WAREHOUSE","location":"{"change":"told",\
            "name":"allocated/wms/|allocated||1","type":"ALLOCATED","{"fact":"shipped",\
            "provenance":{"key":"wms/|shipped||1","role":"WAREHOUSE","occurredAt":"20",\
            "recordedAt":"20","correlationId":""},"orderId":"","shipment":"","units":[{\
            "lineId":"1","quantity":"1"}]}},{"change":"told","name":"shipped/wms/|shipped||1",\
            "type":"SHIPPED","occurredAt":"20","correlationId":"","data":{"shipment":"",\
            "units":"1=1"}}],"schema":2}}{"change":"told","name":"completed/",\
            "type":"COMPLETED",{"change":"applied","fact":{"fact":"erp-posted","provenance":{\
            "key":"erp/sandbox|erp-posted||1","role":"ERP","occurredAt":"20","recordedAt":"20",\
            "correlationId":""},"orderId":"","document":{"reference":{"system":"sandbox"odoo",\
            "kind":"sales-order","id":""},"number":"S","total":" USD","state":"CONFIRMED"},\
            "asked":" USD","sourceRevision":"20"}},{"change":"told",\
            "name":"posted/erp/|erp-posted||1","type":"POSTED","occurredAt":"20",\
            "correlationId":"","data":{"currency":"USD","erp":"","erpDocument":"",\
            "erpDocumentId":"","erpTotal":""}}],"schema":2}}{"change":"accepted","terms":{\
            "revision":{"source":"20","at":"20","key":"shopify/|order-placed||1"},\
            "document":"1","test":false,"total":" USD","captured":" USD","payment":"PAID",\
            "lines":[{"lineId":"1","goods":true,"ordered":"1","worth":" USD"},{"lineId":"2",\
            "goods":true,"ordered":"1","worth":" USD"}],"taxes":[{"jurisdiction":"",\
            "charged":" USD","adjusted":"0.00 USD","refunded":"0.00 USD"}]},"profile":{\
            "ledger":"SETTLEMENT","testOrders":"NOT_BOOKED"},"correlationId":""},{\
            "change":"told","name":"accepted/shopify/|order-placed||1","type":"ACCEPTED",\
            "occurredAt":"20","correlationId":"","data":{"currency":"USD","total":""}},{\
            "change":"task-requested","name":"erp-post/1","task":"ERP_POST","ordinal":1,\
            "correlationId":""}],"schema":2}}{"order":"placed","id":"","version":1,\
            "correlationId":"","profile":{"ledger":"SETTLEMENT","testOrders":"NOT_BOOKED"},\
            "test":false,"placed":" USD","head":{"source":"20","at":"20",\
            "key":"shopify/|order-placed||1"},"document":"1","total":" USD","payment":"PAID",\
            "captured":" USD","lines":[{"lineId":"1","goods":true,"ordered":"1","least":"1",\
            "worth":" USD","counts":{"ALLOCATED":"1","SHIPPED":"1","INVOICED":"1"}},{\
            "lineId":"2","goods":true,"ordered":"1","least":"1","worth":" USD"}],"taxes":[{\
            "jurisdiction":"","charged":" USD","adjusted":"0.00 USD","refunded":"0.00 USD"}],\
            "erp":{"skipped":false,"inDoubt":false,"documents":[{"document":{"reference":{\
            "system":"sandbox","kind":"sales-order","id":""},"number":"","total":" USD",\
            "state":"CONFIRMED"},"sourceRevision":"20","at":"20"}],"invoiced":"0.00 USD",\
            "charged":"0.00 USD","credited":"0.00 USD"},"erased":false,"schema":2}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final Map<Integer, byte[]> KNOWN = Map.of(checksum(FIRST), FIRST);

    private PackingDictionary() {}

    /** The dictionary with which bodies are packed. */
    static byte[] current() {
        return FIRST;
    }

    /**
     * @param checksum Adler-32, as zlib states it
     */
    static Optional<byte[]> of(int checksum) {
        return Optional.ofNullable(KNOWN.get(checksum));
    }

    private static int checksum(byte[] dictionary) {
        var adler = new Adler32();
        adler.update(dictionary);
        return (int) adler.getValue();
    }
}

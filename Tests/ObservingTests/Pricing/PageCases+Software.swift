// Pages as shop software and people write them, one product each, with what a visitor would say is its price.
extension PageCase {
    static let software: [PageCase] = [
        PageCase(
            "OpenCart", "ru", "Турка медная 400 мл", price: "1990.00 RUB", was: "2490.00 RUB", stock: .inStock,
            """
            <div id="content"><div class="row"><div class="col-sm-8"><ul class="thumbnails"><li>\
            <a class="thumbnail" href="b.jpg"><img src="a.jpg"></a></li></ul><div class="tab-content">\
            <div class="tab-pane" id="tab-description">\
            <p>Турка ручной работы, медь, внутри лужёная. Подарок к заказу от 5 000 р.!</p></div></div></div>\
            <div class="col-sm-4"><h1>Турка медная 400 мл</h1><ul class="list-unstyled"><li>Код товара: Т-7740</li>\
            <li>Бонусные баллы: 400</li><li>Доступность: В наличии</li></ul><ul class="list-unstyled"><li>\
            <span style="text-decoration: line-through;">2 490.00 р.</span></li><li><h2>1 990.00 р.</h2></li>\
            <li>Без НДС: 1 658.33 р.</li><li>Цена в бонусных баллах: 400</li><li><hr></li>\
            <li>10 или более 1 890.00 р.</li></ul><div id="product"><input type="text" name="quantity" value="1">\
            <button type="button" id="button-cart">Купить</button></div></div></div><h3>Рекомендуемые товары</h3>\
            <div class="row"><div class="col-lg-3"><div class="product-thumb"><div class="image"><a href="/p3">\
            <img src="3.jpg"></a></div><h4><a href="/p3">Кофемолка 3</a></h4><p class="price">\
            <span class="price-new">390.00 р.</span> <span class="price-old">399.00 р.</span></p>\
            <button onclick="cart.add(3)">В корзину</button></div></div><div class="col-lg-3">\
            <div class="product-thumb"><div class="image"><a href="/p4"><img src="4.jpg"></a></div><h4>\
            <a href="/p4">Кофемолка 4</a></h4><p class="price"><span class="price-new">490.00 р.</span> \
            <span class="price-old">499.00 р.</span></p><button onclick="cart.add(4)">В корзину</button></div></div>\
            <div class="col-lg-3"><div class="product-thumb"><div class="image"><a href="/p5"><img src="5.jpg"></a>\
            </div><h4><a href="/p5">Кофемолка 5</a></h4><p class="price"><span class="price-new">590.00 р.</span> \
            <span class="price-old">599.00 р.</span></p><button onclick="cart.add(5)">В корзину</button></div></div>\
            </div></div>
            """),
        PageCase(
            "WooCommerce", "de", "Bienenhonig 1 kg", price: "9.90 EUR", was: "12.90 EUR", stock: .inStock,
            """
            <div class="product type-product"><span class="onsale">-23%</span>\
            <div class="woocommerce-product-gallery"><img src="a.jpg"></div><div class="summary entry-summary">\
            <h1 class="product_title entry-title">Bienenhonig 1 kg</h1><p class="price"><del aria-hidden="true">\
            <span class="woocommerce-Price-amount amount"><bdi>12,90&nbsp;\
            <span class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span></del> \
            <span class="screen-reader-text">Ursprünglicher Preis war: 12,90&nbsp;&euro;</span><ins>\
            <span class="woocommerce-Price-amount amount"><bdi>9,90&nbsp;\
            <span class="woocommerce-Price-currencySymbol">&euro;</span></bdi></span></ins>\
            <span class="screen-reader-text">Aktueller Preis ist: 9,90&nbsp;&euro;.</span></p>\
            <p class="wc-gzd-additional-info price-unit">9,90&nbsp;&euro; / <span class="unit">kg</span></p>\
            <p class="tax-info">inkl. 7 % MwSt.</p><p class="shipping-costs-info">zzgl. \
            <a href="/versand">Versandkosten</a></p><p class="stock in-stock">Vorrätig</p>\
            <form class="cart" method="post">\
            <button type="submit" name="add-to-cart" value="9" class="single_add_to_cart_button">In den Warenkorb\
            </button></form></div><section class="related products"><h2>Ähnliche Produkte</h2><ul class="products">\
            <li class="product"><a href="/a"><img src="x.jpg"><h2>Waldhonig</h2><span class="price">11,50 &euro;\
            </span></a></li><li class="product"><a href="/b"><img src="y.jpg"><h2>Rapshonig</h2>\
            <span class="price">8,50 &euro;</span></a></li></ul></section></div>
            """),
        PageCase(
            "PrestaShop", "sk", "Kanvica Modrá 1,7 l", price: "39.92 EUR", was: "49.90 EUR", stock: .inStock,
            """
            <section id="main"><div class="row product-container"><div class="col-md-6"><ul class="product-flags">\
            <li class="product-flag discount">-20%</li></ul><img src="a.jpg"></div><div class="col-md-6">\
            <h1 class="h1">Kanvica Modrá 1,7 l</h1><div class="product-prices"><div class="product-discount">\
            <span class="regular-price">49,90 €</span></div><div class="product-price h5 has-discount">\
            <div class="current-price"><span>39,92 €</span><span class="discount discount-percentage">Ušetríte 20%\
            </span></div></div><div class="tax-shipping-delivery-label">s DPH \
            <span class="delivery-information">Doručenie do 3 dní</span></div></div><div class="product-actions">\
            <form action="/kosik" method="post" id="add-to-cart-or-refresh">\
            <span id="product-availability">Na sklade</span>\
            <button class="btn btn-primary add-to-cart" data-button-action="add-to-cart">Do košíka</button></form>\
            </div><ul class="reassurance"><li>Doprava zadarmo od 60 €</li><li>Splátky od 4,99 € mesačne</li></ul>\
            </div></div></section>
            """),
        PageCase(
            "Magento", "en", "Compete Track Tote", price: "24.00 USD", was: "32.00 USD", stock: .inStock,
            """
            <div class="product-info-main"><div class="page-title-wrapper product"><h1 class="page-title">\
            <span class="base">Compete Track Tote</span></h1></div><div class="product-info-price">\
            <div class="price-box price-final_price"><span class="special-price">\
            <span class="price-container price-final_price tax weee"><span class="price-label">Special Price</span>\
            <span data-price-amount="24" data-price-type="finalPrice" class="price-wrapper">\
            <span class="price">$24.00</span></span></span></span><span class="old-price">\
            <span class="price-container"><span class="price-label">Regular Price</span><span class="price-wrapper">\
            <span class="price">$32.00</span></span></span></span></div><div class="product-info-stock-sku">\
            <div class="stock available"><span>In stock</span></div><div class="product attribute sku"><strong>SKU\
            </strong><div>24-WB02</div></div></div></div><ul class="prices-tier items"><li class="item">Buy 3 for \
            <span class="price-container"><span class="price">$20.00</span></span> each and <strong>save 17%\
            </strong></li></ul><form id="product_addtocart_form">\
            <button type="submit" class="action primary tocart" id="product-addtocart-button"><span>Add to Cart\
            </span></button></form></div><div class="block upsell">\
            <div class="block-title">We found other products you might like!</div>\
            <ol class="products list items product-items"><li class="item product product-item"><a href="/a">\
            <img src=a.jpg></a><strong class="product-item-name"><a href="/a">Rival Field Messenger</a></strong>\
            <span class="price">$45.00</span></li><li class="item product product-item"><a href="/b"><img src=b.jpg>\
            </a><strong class="product-item-name"><a href="/b">Fusion Backpack</a></strong>\
            <span class="price">$59.00</span></li></ol></div>
            """),
        PageCase(
            "Shopify", "en", "Linen Shirt", price: "48.00 GBP", was: "60.00 GBP",
            """
            <div class="product__info-wrapper"><div class="product__title"><h1>Linen Shirt</h1></div>\
            <div id="price-template"><div class="price price--large price--on-sale price--show-badge">\
            <div class="price__container"><div class="price__regular" style="display:none">\
            <span class="visually-hidden">Regular price</span>\
            <span class="price-item price-item--regular">£48.00 GBP</span></div><div class="price__sale">\
            <span class="visually-hidden">Regular price</span><span>\
            <s class="price-item price-item--regular">£60.00 GBP</s></span><span class="visually-hidden">Sale price\
            </span><span class="price-item price-item--sale">£48.00 GBP</span></div></div>\
            <span class="badge price__badge-sale">Sale</span></div></div><div class="product__tax">Tax included. \
            <a href="/policies/shipping">Shipping</a> calculated at checkout.</div>\
            <p>or 4 interest-free payments of £12.00 with Klarna</p><form action="/cart/add" method="post">\
            <button type="submit" name="add">Add to cart</button></form></div>
            """),
        PageCase(
            "Bitrix", "ru", "Дрель ударная ДУ-780", price: "4790.00 RUB", was: "5990.00 RUB",
            """
            <div class="bx-catalog-element"><h1 class="bx-title">Дрель ударная ДУ-780</h1><div class="row">\
            <div class="col-md-6"><img src="a.jpg"></div><div class="col-md-6">\
            <div class="product-item-detail-info-container"><div class="product-item-detail-price-old">5 990 ₽</div>\
            <div class="product-item-detail-price-current">4 790 ₽</div>\
            <div class="item_economy_price">Экономия 1 200 ₽</div><div class="credit">от 400 ₽/мес. в рассрочку\
            </div></div><div class="product-item-detail-info-container">Наличие: <span>много на складе</span></div>\
            <a class="btn btn-default product-item-detail-buy-button" href="javascript:void(0);"><span>В корзину\
            </span></a></div></div><div class="bx-title">С этим товаром покупают</div><div class="catalog-list">\
            <div class="product-item"><a href="/1"><img src=1.jpg>Сверло 8 мм</a>\
            <span class="product-item-price-current">190 ₽</span></div><div class="product-item"><a href="/2">\
            <img src=2.jpg>Сверло 10 мм</a><span class="product-item-price-current">240 ₽</span></div></div></div>
            """),
        PageCase(
            "InSales", "ru", "Плед шерстяной «Уют»", price: "3450.00 RUB", was: "4100.00 RUB", stock: .inStock,
            """
            <div class="product"><h1 class="product__title heading">Плед шерстяной «Уют»</h1>\
            <form action="/cart_items" method="post" class="product__form"><div class="product__price">\
            <span class="product__price-cur" data-product-card-price>3&nbsp;450&nbsp;руб</span> \
            <span class="product__price-old">4&nbsp;100&nbsp;руб</span></div><div class="product__available">\
            <span class="available">есть в наличии</span></div><input name="quantity" value="1">\
            <button class="btn" type="submit" data-item-add>Добавить в корзину</button></form>\
            <p>Стоимость доставки по Москве 350 руб, бесплатно от 5000 руб.</p></div>
            """),
        PageCase(
            "CS-Cart", "az", "Mikser Bosna 450", price: "129.99 AZN", was: "159.99 AZN", stock: .inStock,
            """
            <div class="ty-product-block"><h1 class="ty-product-block-title"><bdi>Mikser Bosna 450</bdi></h1>\
            <div class="ty-product-prices"><span class="ty-list-price">Köhnə qiymət: <span class="ty-strike"><bdi>\
            <span class="ty-list-price ty-nowrap">159.99</span>&nbsp;<span>₼</span></bdi></span></span>\
            <div class="ty-product-block__price-actual"><span class="ty-price"><bdi><span class="ty-price-num">129\
            <sup>99</sup></span>&nbsp;<span class="ty-price-num">₼</span></bdi></span></div>\
            <span class="ty-save">Qənaət: 30.00 ₼ (19%)</span></div><div>Taksitlə: 12 ay x 10.83 ₼</div>\
            <span class="ty-qty-in-stock">Anbarda var</span>\
            <button class="ty-btn__add-to-cart" type="submit">Səbətə at</button></div>
            """),
        PageCase(
            "Shoptet", "cs", "Káva Brazílie 250 g", price: "1090.00 CZK", was: "1290.00 CZK",
            """
            <div class="p-detail"><h1>Káva Brazílie 250 g</h1><div class="p-image"><img src=a.jpg></div>\
            <div class="p-info-wrapper"><div class="availability-value"><span class="availability-label">Skladem\
            </span> <span class="availability-amount">(&gt;5 ks)</span></div><div class="p-final-price-wrapper">\
            <span class="price-standard"><span>1 290 Kč</span></span><span class="price-save"> –15 % </span>\
            <strong class="price-final"><span class="price-final-holder">1 090 Kč</span></strong>\
            <span class="price-additional">901 Kč bez DPH</span><span class="price-measure">436 Kč / 1 kg</span>\
            </div><form action="/action/Cart/addCartItem/" method="post">\
            <button type="submit" class="btn add-to-cart-button">Přidat do košíku</button></form></div></div>
            """),
        PageCase(
            "UNAS", "hu", "Kerti olló prémium", price: "12990.00 HUF", was: "14990.00 HUF",
            """
            <div id="page_artdet"><h1 class="artdet__name">Kerti olló prémium</h1><div class="artdet__prices">\
            <div class="artdet__price-base"><span class="line-through"><span id="price_net_brutto_OLLO1">14 990\
            </span> Ft</span></div><div class="artdet__price-discount"><span id="price_akcio_brutto_OLLO1">12 990\
            </span> Ft</div></div><div class="artdet__cart">\
            <button class="artdet__cart-btn js-cart-add" type="button">Kosárba</button></div>\
            <p>Ingyenes szállítás 20 000 Ft felett</p></div>
            """),
        PageCase(
            "LnwShop", "th", "เก้าอี้ไม้สัก", price: "1290.00 THB", was: "1590.00 THB",
            """
            <div class="product_page"><h1>เก้าอี้ไม้สัก</h1><img src=a.jpg><table class="product_detail"><tr>\
            <td>รหัสสินค้า</td><td>SK-204</td></tr><tr><td>ราคาปกติ</td><td><span class="price_old">1,590.00 บาท\
            </span></td></tr><tr><td>ราคาพิเศษ</td><td><span class="price_new">1,290.00 บาท</span></td></tr><tr>\
            <td>สถานะสินค้า</td><td>พร้อมส่ง</td></tr></table><a class="btn_buy" href="/cart/add/204">หยิบใส่ตะกร้า\
            </a><p>ส่งฟรีเมื่อซื้อครบ 2,000 บาท</p></div>
            """),
        PageCase(
            "table", "hy", "Գորգ ձեռագործ", price: "125000.00 AMD", was: "",
            """
            <table width="100%"><tr><td><img src="a.jpg"></td><td><h1>Գորգ ձեռագործ</h1><table><tr><td>Կոդ</td>\
            <td>4417</td></tr><tr><td>Գին՝</td><td><b>125 000 դրամ</b></td></tr><tr><td>Չափս</td><td>200 x 300 սմ\
            </td></tr></table><form action="/basket.php" method="post">\
            <input type="submit" value="Ավելացնել զամբյուղ"></form></td></tr></table>\
            <p>Անվճար առաքում 20 000 դրամից սկսած</p>
            """),
        PageCase(
            "table", "az", "Xalça əl işi", price: "450.00 AZN", was: "",
            """
            <center><font size="5"><b>Xalça əl işi</b></font></center><table><tr><td><img src="a.jpg"></td>\
            <td>Qiyməti:</td><td><font color="red">450 AZN</font></td></tr><tr><td></td><td>Stok:</td><td>var</td>\
            </tr></table><form action="sebet.php" method="post"><input type="submit" value="Sifariş et"></form>\
            <p>Çatdırılma 5 AZN, 100 AZN-dən yuxarı pulsuz.</p>
            """),
        PageCase(
            "raised cents", "en", "Cordless Kettle", price: "39.99 USD", was: "49.99 USD", stock: .limited,
            """
            <div class="pdp"><h1>Cordless Kettle</h1><div class="buybox"><span class="a"><span>$</span><span>39\
            </span><sup>99</sup></span><div>List: <s>$49.99</s></div><div>$5.99 delivery</div>\
            <div>Only 3 left in stock</div><button>Add to basket</button></div></div>
            """),
        PageCase(
            "foreign digits", "th", "ผ้าไหมมัดหมี่", price: "1290.00 THB", was: "",
            """
            <div><h1>ผ้าไหมมัดหมี่</h1><p>ราคา ๑,๒๙๐ บาท</p><p>ค่าจัดส่ง ๕๐ บาท</p><button>สั่งซื้อ</button></div>
            """),
        PageCase(
            "Horoshop", "uk", "Чайник електричний", price: "1199.00 UAH", was: "1499.00 UAH",
            """
            <section class="product"><h1 class="product-title">Чайник електричний</h1><div class="product-price">\
            <div class="product-price__old-price">1 499 грн</div><div class="product-price__item">1 199 грн</div>\
            </div><div class="product-header__availability">В наявності</div>\
            <a class="btn __special j-buy-button-add" href="#">Купити</a>\
            <div class="product-credit">Оплата частинами від 200 грн/міс</div></section>
            """),
        PageCase(
            "IdeaSoft", "tr", "Bakır Cezve", price: "279.90 TRY", was: "349.90 TRY",
            """
            <div class="product-detail"><h1>Bakır Cezve</h1><div class="product-price-old">349,90 TL</div>\
            <div class="product-price-new">279,90 TL</div>\
            <div class="product-price-installment">3 x 93,30 TL taksitle</div>\
            <a class="add-to-cart-button" href="javascript:;">Sepete Ekle</a><p>500 TL ve üzeri kargo bedava</p>\
            </div>
            """),
        PageCase(
            "Sky-Shop", "pl", "Mlynek do kawy", price: "149.00 PLN", was: "179.00 PLN",
            """
            <div class="product-card"><h1 class="product__name">Mlynek do kawy</h1><div class="product__prices">\
            <strong class="price core_priceFormat">149,00 zł</strong><del class="price-max">179,00 zł</del>\
            <div class="omnibus">Najniższa cena z 30 dni przed obniżką: 139,00 zł</div></div>\
            <form action="/koszyk/dodaj/8" method="post"><button class="btn add_to_cart">Do koszyka</button></form>\
            <p>Wysyłka od 9,99 zł</p></div>
            """),
        PageCase(
            "Oxatis", "fr", "Théière en fonte", price: "47.20 EUR", was: "59.00 EUR",
            """
            <div id="product"><h1>Théière en fonte</h1><div class="prix"><span class="prix-barre">59,00 €</span> \
            <span class="prix-actuel">47<sup>€20</sup></span></div><p>soit 4 x 11,80 € sans frais</p>\
            <button class="add-panier">Ajouter au panier</button></div>
            """),
        PageCase(
            "divs", "es", "Cafetera italiana", price: "27.95 EUR", was: "34.95 EUR",
            """
            <div class="ficha"><h1>Cafetera italiana</h1><div>PVP recomendado: <span>34,95 €</span></div><div>\
            <b>27,95 €</b> IVA incluido</div><div>Gastos de envío: 3,95 €</div>\
            <a href="/carrito/add?id=4" class="boton-comprar">Comprar</a></div>
            """),
        PageCase(
            "divs", "hy", "Սրճեփ պղնձե", price: "7900.00 AMD", was: "9500.00 AMD", stock: .inStock,
            """
            <div class="product-page"><h1>Սրճեփ պղնձե</h1><div class="old">֏ 9,500</div><div class="price">֏ 7,900\
            </div><div>Առկա է պահեստում</div><button class="btn">Գնել</button><div>Ապառիկ՝ ամսական 700 դրամ</div>\
            </div>
            """),
        PageCase(
            "divs", "sk", "Nôž kuchynský 20 cm", price: "24.90 EUR", was: "29.90 EUR", stock: .inStock,
            """
            <div><h1>Nôž kuchynský 20 cm</h1><p>Bežná cena: <span>29,90 €</span></p><p>Naša cena: <strong>24,90 €\
            </strong> s DPH (20,24 € bez DPH)</p><p>Ušetríte: 5,00 €</p>\
            <p>Najnižšia cena za posledných 30 dní: 23,90 €</p><p>Skladom</p>\
            <form action="/do-kosika" method="post"><input type="submit" value="Kúpiť"></form></div>
            """),
    ]
}

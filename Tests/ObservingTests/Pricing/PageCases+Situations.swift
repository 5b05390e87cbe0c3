// Pages as shops make them, one product each, with what a visitor would say is its price.
extension PageCase {
    static let situations: [PageCase] = [
        PageCase(
            "variants", "de", "Kaffeebohnen Hausmischung", price: "8.90 EUR", was: "", stock: .inStock,
            """
            <div class="product--detail"><h1>Kaffeebohnen Hausmischung</h1>\
            <div class="product--price price--default"><span class="price--content">ab 8,90 € *</span></div>\
            <div class="product--price price--unit">Inhalt: 500 Gramm (17,80 € * / 1 kg)</div>\
            <p class="product--tax">Preise inkl. gesetzlicher MwSt. zzgl. Versandkosten</p>\
            <span class="delivery--text">Sofort lieferbar</span><button class="buybox--button">In den Warenkorb\
            </button></div>
            """),
        PageCase(
            "members", "ru", "Масло оливковое 0,5 л", price: "849.00 RUB", was: "",
            """
            <div class="pdp"><h1>Масло оливковое 0,5 л</h1><div class="pdp-price">\
            <div class="pdp-price__card">699 ₽ по карте магазина</div><div class="pdp-price__regular">849 ₽</div>\
            </div><div>1 698 ₽ за 1 л</div><button>В корзину</button></div>
            """),
        PageCase(
            "free", "en", "Sample Swatch", price: "0.00", was: "",
            """
            <div class="product"><h1>Sample Swatch</h1><p class="price">Free!</p><p>Free delivery over £30</p>\
            <form action="/cart/add" method="post"><button>Add to cart</button></form></div>
            """),
        PageCase(
            "no price", "de", "Gartenhaus Modell 7", price: "", was: "",
            """
            <div class="product"><h1>Gartenhaus Modell 7</h1><p>Preis auf Anfrage</p><p>Ab 99 € versandkostenfrei\
            </p><p>Kostenloser Katalog</p><a href="/kontakt">Angebot anfordern</a></div><section>\
            <h2>Ähnliche Produkte</h2><ul><li class="item"><a href="/1"><img src=1.jpg>Haus 1</a>\
            <b class="price">999,00 €</b></li><li class="item"><a href="/2"><img src=2.jpg>Haus 2</a>\
            <b class="price">1.299,00 €</b></li></ul></section>
            """),
        PageCase(
            "competing", "ru", "Стул деревянный", price: "", was: "",
            """
            <div class="product"><h1>Стул деревянный</h1><p>2 500 руб.</p><p>3 100 руб.</p><button>В корзину\
            </button></div>
            """),
        PageCase(
            "unit is the currency", "ko", "가죽 지갑 네이비", price: "30000 KRW", was: "",
            """
            <article><h2 class="deal-title">가죽 지갑 네이비</h2><p class="deal-price"><strong class="number_unit">30,000\
            <sub class="text_unit">원~</sub></strong></p><p>1,500원 적립가능 (회원기준 대표상품 구매시 적립되는 금액입니다)</p>\
            </article>
            """),
        PageCase(
            "number beside the name", "en", "Ladies' Enamel Butterfly Watch", price: "9.99 GBP", was: "14.99 GBP",
            """
            <section><h2>Ladies' Enamel Butterfly Watch<span>731/2208</span></h2></section><section><ul><li><h2>£9.99</h2>\
            </li></ul><div>Save 1/3 <span>Was £14.99</span></div><button>Add to trolley</button></section>
            """),
        PageCase(
            "amount off", "en", "Upright Mouse", price: "79.99 USD", was: "119.99 USD",
            """
            <h1>Upright Mouse</h1><div><span>$79.99</span> <del>$119.99</del></div><div>$40.00 off</div>\
            <button>Add to cart</button>
            """),
        PageCase(
            "heading in other words", "en", "LiftDesk Desktop Riser | Low, Wide, With Tray", price: "169.99 USD",
            was: "",
            """
            <div class="product grid__item"><img src="/1.jpg"><h1>LiftDesk - Height-Adjustable Desktop Riser Stand</h1>\
            <div class="price"><span>$169.99</span></div><button name="add">Add to cart</button></div>\
            <div><h2>LOW, WIDE DESKTOP RISER WITH A TRAY</h2><p>Stands on any desk.</p></div>
            """),
        PageCase(
            "one line", "en", "Walnut Board", price: "30.00 GBP", was: "40.00 GBP",
            """
            <div class="product"><h1>Walnut Board</h1><p>Was £40.00 Now £30.00 Save £10.00</p><p>Buy 2 for £55.00\
            </p><p>Free UK delivery on orders over £50</p><button>Add to basket</button><h2>Reviews</h2>\
            <p>Great for £30, my old one cost £45.00 and broke.</p></div>
            """),
        PageCase(
            "price a piece", "ru", "Плитка «Скала» серая", price: "1250.00 RUB", was: "",
            """
            <div class="catalog-element"><h1>Плитка «Скала» серая</h1><div class="price-block">\
            <span class="price">1 250 руб./шт</span></div><p>Оптовая цена от 10 шт: 1 100 руб.</p>\
            <p>Ваша корзина: 0 руб.</p><a class="btn" href="?action=ADD2BASKET&id=5">В корзину</a></div>
            """),
        PageCase(
            "price a kilo", "sk", "Syr Gouda", price: "8.90 EUR", was: "", stock: .inStock,
            """
            <div class="product"><h1>Syr Gouda</h1><div class="price">8,90 € / kg</div><p>Na sklade</p>\
            <button>Do košíka</button></div>
            """),
        PageCase(
            "options", "ru", "Кружка с надписью", price: "490.00 RUB", was: "",
            """
            <div id="content"><h1>Кружка с надписью</h1><h2>490 ₽</h2><div id="product"><h3>Варианты</h3><label>\
            <input type="radio" name="o"> Красная (+50 ₽)</label><label>\
            <input type="radio" name="o"> С крышкой (+120 ₽)</label><button id="button-cart">В корзину</button>\
            </div><p>Вместе дешевле: 1 290 ₽</p></div>
            """),
        PageCase(
            "range", "en", "Hoodie with Logo", price: "42.00 GBP", was: "",
            """
            <div class="product"><h1 class="product_title">Hoodie with Logo</h1><p class="price">£42.00 – £45.00</p>\
            <form class="variations_form cart"><button class="single_add_to_cart_button">Add to cart</button></form>\
            </div>
            """),
        PageCase(
            "tiers", "de", "Kartons 30x20", price: "0.89 EUR", was: "",
            """
            <main><h1>Kartons 30x20</h1><div class="preis">0,89 € *</div><small>* inkl. MwSt., zzgl. Versand</small>\
            <table><tr><th>Menge</th><th>Stückpreis</th></tr><tr><td>ab 10</td><td>0,79 €</td></tr><tr><td>ab 100\
            </td><td>0,59 €</td></tr></table><button>In den Warenkorb</button></main>
            """),
        PageCase(
            "net and gross", "sk", "Vŕtačka VT-5", price: "24.90 EUR", was: "", stock: .inStock,
            """
            <h1>Vŕtačka VT-5</h1><table><tr><td>Cena bez DPH:</td><td>20,75 €</td></tr><tr><td>Vaša cena s DPH:</td>\
            <td><b>24,90 €</b></td></tr><tr><td>Poštovné:</td><td>3,90 €</td></tr><tr><td>Dostupnosť:</td>\
            <td>Skladom</td></tr></table><form method="post" action="kosik.php">\
            <input type="submit" value="Vložiť do košíka"></form>
            """),
        PageCase(
            "instalments", "th", "ทีวี 43 นิ้ว", price: "8990.00 THB", was: "10990.00 THB",
            """
            <div class="product"><h1>ทีวี 43 นิ้ว</h1><div class="price"><span class="sale">฿ 8,990</span> \
            <s>฿ 10,990</s> <span class="badge">-18%</span></div><p>ผ่อน 0% นาน 10 เดือน ฿899/เดือน</p>\
            <p>ค่าจัดส่ง 100 บาท</p><button class="add-to-cart">เพิ่มลงตะกร้า</button></div>
            """),
        PageCase(
            "label apart", "ru", "Самовар электрический", price: "6500.00 RUB", was: "7900.00 RUB",
            """
            <div><h1>Самовар электрический</h1><div><div>Старая цена:</div><div>7 900 руб.</div></div><div>\
            <div>Цена:</div><div>6 500 руб.</div></div><div><div>Доставка:</div><div>300 руб.</div></div>\
            <button>Купить</button></div>
            """),
        PageCase(
            "thousands by dot", "az", "Paltaryuyan 7 kq", price: "1299.00 AZN", was: "1499.00 AZN",
            """
            <div class="product-view"><h1>Paltaryuyan 7 kq</h1><span class="new-price">1.299,00 ₼</span>\
            <span class="old-price">1.499,00 ₼</span><div class="credit">18 ay / 85,50 ₼</div><div>Endirim: 200 ₼\
            </div><button>Səbətə əlavə et</button></div>
            """),
        PageCase(
            "sign before", "hy", "Թեյնիկ", price: "14500.00 AMD", was: "18000.00 AMD",
            """
            <div class="prod"><h1>Թեյնիկ</h1><span class="p-old"><del>֏18,000</del></span> \
            <span class="p-new">֏14,500</span><div>Առաքում՝ 1,000 ֏</div>\
            <a class="add_to_cart" href="#">Ավելացնել զամբյուղ</a></div>
            """),
        PageCase(
            "Swiss", "de", "Taschenmesser", price: "1149.00 CHF", was: "1290.00 CHF",
            """
            <div class="artikel"><h1>Taschenmesser</h1><div class="preis">CHF 1’149.–</div><div>statt CHF 1’290.–\
            </div><button>In den Warenkorb</button></div>
            """),
        PageCase(
            "dash for cents", "sk", "Hrniec 5 l", price: "39.00 EUR", was: "",
            """
            <div class="detail"><h1>Hrniec 5 l</h1><strong class="cena">39,- €</strong><button>Kúpiť</button></div>
            """),
        PageCase(
            "Tailwind", "en", "Oak Stool", price: "89.00 USD", was: "120.00 USD",
            """
            <div class="grid"><div><img src=a.jpg></div><div><h1 class="text-2xl">Oak Stool</h1>\
            <div class="flex gap-2"><span class="text-gray-400 line-through">$120.00</span>\
            <span class="text-3xl font-bold">$89.00</span></div><button class="bg-black">Add to cart</button></div>\
            </div>
            """),
        PageCase(
            "listing", "en", "Kettles", price: "", was: "",
            """
            <h1>Kettles</h1><p>Free delivery over £50</p><div class="grid"><div class="card"><a href="/k/2">\
            <img src="2.jpg">Kettle 2</a><span class="price">£29.00</span><button>Add to cart</button></div>\
            <div class="card"><a href="/k/3"><img src="3.jpg">Kettle 3</a><span class="price">£39.00</span>\
            <button>Add to cart</button></div><div class="card"><a href="/k/4"><img src="4.jpg">Kettle 4</a>\
            <span class="price">£49.00</span><button>Add to cart</button></div><div class="card"><a href="/k/5">\
            <img src="5.jpg">Kettle 5</a><span class="price">£59.00</span><button>Add to cart</button></div>\
            <div class="card"><a href="/k/6"><img src="6.jpg">Kettle 6</a><span class="price">£69.00</span>\
            <button>Add to cart</button></div><div class="card"><a href="/k/7"><img src="7.jpg">Kettle 7</a>\
            <span class="price">£79.00</span><button>Add to cart</button></div></div>
            """),
        PageCase(
            "listing table", "ru", "Прайс-лист", price: "", was: "",
            """
            <h1>Прайс-лист</h1><table><tr><td>Гвозди 20 мм</td><td>210 руб.</td><td><button>В корзину</button></td>\
            </tr><tr><td>Гвозди 30 мм</td><td>310 руб.</td><td><button>В корзину</button></td></tr><tr>\
            <td>Гвозди 40 мм</td><td>410 руб.</td><td><button>В корзину</button></td></tr><tr><td>Гвозди 50 мм</td>\
            <td>510 руб.</td><td><button>В корзину</button></td></tr><tr><td>Гвозди 60 мм</td><td>610 руб.</td><td>\
            <button>В корзину</button></td></tr><tr><td>Гвозди 70 мм</td><td>710 руб.</td><td><button>В корзину\
            </button></td></tr></table>
            """),
        PageCase(
            "article", "en", "How to descale a kettle", price: "", was: "",
            """
            <article><h1>How to descale a kettle</h1>\
            <p>Vinegar costs about £1.50 and lasts for a year. A professional service would charge £25.00.</p>\
            <p>We sell kettles from £19.00.</p></article>
            """),
    ]
}
